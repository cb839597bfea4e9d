import { removalOf } from '../../../schema-comparison/lifecycle';
import { Sighting } from '../../../schema-comparison/Report';
import { wordOf } from '../../../text/wordOf';
import { Context } from '../Context';
import { Action, Message } from '../model/Definition';
import { matchMessages, messageLabel } from '../model/matchMessages';
import { WAYS } from '../model/sides';
import { wordAt } from '../model/wordAt';
import { checkContent } from '../payloads/checkContent';
import { checkBindings } from './checkBindings';
import { checkDeprecation } from './checkDeprecation';

/** Where messages are exchanged: by which action of the application, and in which part of its operation. */
export interface Exchange {
  action: Action;
  label: string;
  identity: string;
}

/** The messages of an operation or its reply. */
export function checkMessages(
  { before, after }: { before: readonly Message[]; after: readonly Message[] },
  exchange: Exchange,
  context: Context,
): void {
  const way = WAYS[exchange.action];
  const { report, now } = context;
  const { matched, removed, added } = matchMessages(before, after);
  for (const message of removed) {
    const { value, pointer } = message.located;
    report.add(`${way}-message-removed-${removalOf(value, now)}`, {
      operation: exchange.label,
      base: pointer,
      before: message.name ?? value,
      identity: identityOf(message, exchange),
      details: {
        message: messageLabel(message),
        sunset: wordOf(value['x-sunset'] ?? ''),
      },
    });
  }
  for (const message of added) {
    report.add(`${way}-message-added`, {
      operation: exchange.label,
      revision: message.located.pointer,
      after: message.name ?? message.located.value,
      identity: identityOf(message, exchange),
      details: { message: messageLabel(message) },
    });
  }
  for (const [old, is] of matched) checkMessage(old, is, exchange, context);
}

/** Free of the names of shared parts: renaming one changes nothing. */
function identityOf({ name }: Message, { identity }: Exchange): string {
  return `${identity}message ${name ?? ''}`;
}

function checkMessage(
  old: Message,
  now: Message,
  exchange: Exchange,
  context: Context,
): void {
  const { report } = context;
  const way = WAYS[exchange.action];
  const label = messageLabel(old);
  const at: Sighting = {
    operation: exchange.label,
    base: old.located.pointer,
    revision: now.located.pointer,
    identity: identityOf(old, exchange),
    details: { message: label, owner: label },
  };
  const compare = (
    rule: string,
    before: string | undefined,
    after: string | undefined,
  ) => {
    if (before === after) return;
    const words = { before: before ?? 'nothing', after: after ?? 'nothing' };
    report.add(rule, {
      ...at,
      before,
      after,
      identity: `${at.identity} ${rule}`,
      details: { ...at.details, ...words },
    });
  };
  compare(
    `${way}-message-content-type-changed`,
    mediaType(old.contentType),
    mediaType(now.contentType),
  );
  compare(
    'message-name-changed',
    wordAt(old.located, 'name'),
    wordAt(now.located, 'name'),
  );
  checkCorrelation(old, now, at, exchange, context);
  checkDeprecation('message', old.located, now.located, at, context);
  checkBindings(old.located, now.located, at, context);
  checkContent(old, now, at, exchange, context);
}

function mediaType(name: string | undefined): string | undefined {
  return name?.toLowerCase().replace(/\s+/g, '');
}

/** What tells which messages belong together. */
function checkCorrelation(
  old: Message,
  now: Message,
  at: Sighting,
  { action }: Exchange,
  { base, revision, report }: Context,
): void {
  const locationOf = (message: Message, version: typeof base) =>
    wordAt(
      version.document.child(message.located, 'correlationId'),
      'location',
    );
  const before = locationOf(old, base);
  const after = locationOf(now, revision);
  if (before === after) return;
  let verb = 'changed';
  if (before === undefined) verb = 'added';
  if (after === undefined) verb = 'removed';
  report.add(`${WAYS[action]}-correlation-id-${verb}`, {
    ...at,
    before,
    after,
    identity: `${at.identity} correlation id`,
    details: {
      ...at.details,
      before: before ?? 'nothing',
      after: after ?? 'nothing',
    },
  });
}

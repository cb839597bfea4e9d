import { removalOf } from '../../../schema-comparison/lifecycle';
import { Sighting } from '../../../schema-comparison/Report';
import { wordOf } from '../../../text/wordOf';
import { Check, Context } from '../Context';
import { Channel, Operation } from '../model/Definition';
import { labelOf } from '../model/labelOf';
import { matchOperations } from '../model/matchOperations';
import { checkBindings } from './checkBindings';
import { checkDeprecation } from './checkDeprecation';
import { checkMessages } from './checkMessages';
import { checkParameters } from './checkParameters';
import { checkReply } from './checkReply';
import { checkSecurity } from './checkSecurity';
import { checkLooseMessages } from './checkLooseMessages';

/** Operations that came, went or changed, with the messages they exchange. */
export const checkOperations: Check = context => {
  const { base, revision, channels, report, now } = context;
  const operations = matchOperations(base, revision, channels);
  for (const operation of operations.removed) {
    const { value, pointer } = operation.located;
    const removal = removalOf(value, now);
    if (isGone(operation.channel, channels.removed)) continue;
    report.add(`${operation.action}-operation-removed-${removal}`, {
      operation: labelOf(operation),
      base: pointer,
      before: labelOf(operation),
      identity: `operation ${operation.id ?? ''}`,
      details: { sunset: wordOf(value['x-sunset'] ?? '') },
    });
  }
  for (const operation of operations.added) {
    if (isGone(operation.channel, channels.added)) continue;
    report.add(`${operation.action}-operation-added`, {
      operation: labelOf(operation),
      revision: operation.located.pointer,
      after: labelOf(operation),
      identity: `operation ${operation.id ?? ''}`,
    });
  }
  for (const [old, is] of operations.matched) checkOperation(old, is, context);
  checkLooseMessages(operations.matched, context);
};

/** What goes or comes with its whole channel is told as that. */
function isGone(channel: Channel | undefined, gone: readonly Channel[]) {
  return channel !== undefined && gone.includes(channel);
}

function checkOperation(old: Operation, now: Operation, context: Context) {
  const { report } = context;
  const label = labelOf(old);
  const at: Sighting = {
    operation: label,
    base: old.located.pointer,
    revision: now.located.pointer,
    identity: 'operation',
    details: { owner: `the operation ${label}`, label },
  };
  if (old.id !== now.id && old.id !== undefined) {
    const words = { before: old.id, after: now.id ?? 'nothing' };
    report.add('operation-id-changed', {
      ...at,
      before: old.id,
      after: now.id,
      details: { ...at.details, ...words },
    });
  }
  if (hasMoved(old, now, context)) {
    const words = { before: label, after: labelOf(now) };
    report.add(`${old.action}-operation-moved`, {
      ...at,
      ...words,
      details: { ...at.details, ...words },
    });
  }
  checkDeprecation('operation', old.located, now.located, at, context);
  checkSecurity(old.located, now.located, at, context);
  checkBindings(old.located, now.located, at, context);
  checkParameters(old, now, context);
  checkMessages(
    { before: old.messages, after: now.messages },
    { action: old.action, label, identity: '' },
    context,
  );
  checkReply(old, now, at, context);
}

function hasMoved(old: Operation, now: Operation, { channels }: Context) {
  if (!old.channel || !now.channel) return false;
  return !channels.matched.some(
    ([before, after]) => before === old.channel && after === now.channel,
  );
}

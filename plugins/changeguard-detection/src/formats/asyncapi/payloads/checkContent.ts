import { Located } from '../../../schema-comparison/ApiDocument';
import { Sighting } from '../../../schema-comparison/Report';
import { canonical } from '../../../text/canonical';
import { Exchange } from '../checks/checkMessages';
import { Context } from '../Context';
import { Message } from '../model/Definition';
import { SIDES, WAYS } from '../model/sides';
import { Content, contentOf, isSaid } from './Content';

/** What a message carries: its payload, its headers, and what bindings describe by schemas, such as a key. */
export function checkContent(
  old: Message,
  now: Message,
  at: Sighting,
  exchange: Exchange,
  context: Context,
): void {
  for (const word of ['payload', 'headers'] as const) {
    const part = `the ${word} of ${at.details?.message}`;
    const place = {
      ...at,
      identity: `${at.identity} ${word}`,
      details: { ...at.details, part },
    };
    checkPart(
      contentOf(context.base, old, word),
      contentOf(context.revision, now, word),
      place,
      exchange,
      context,
    );
  }
  checkKeys(old, now, at, exchange, context);
}

function checkPart(
  before: Content,
  after: Content,
  at: Sighting,
  exchange: Exchange,
  context: Context,
): void {
  const way = WAYS[exchange.action];
  const { report } = context;
  if (isSaid(before) !== isSaid(after)) {
    const verb = isSaid(after) ? 'added' : 'removed';
    report.add(`${way}-schema-${verb}`, {
      ...at,
      before: isSaid(before) ? before.written : undefined,
      after: isSaid(after) ? after.written : undefined,
    });
    return;
  }
  if (!isSaid(before)) return;
  if (before.language !== after.language) {
    const words = {
      before: before.schemaFormat ?? 'JSON Schema',
      after: after.schemaFormat ?? 'JSON Schema',
    };
    report.add(`${way}-schema-format-changed`, {
      ...at,
      ...words,
      details: { ...at.details, ...words },
    });
    return;
  }
  if (before.language === 'json-schema') {
    compareSchemas(before.schema, after.schema, at, exchange, context);
  } else if (canonical(before.written) === canonical(after.written)) {
    return;
  } else if (before.language === 'other') {
    context.reasons.add(
      `${capital(at.details?.part)} is written in ${
        after.schemaFormat
      }, which is not compared.`,
    );
  } else {
    const { language } = before;
    const texts = { before: before.written, after: after.written };
    context.foreign.push({ language, ...texts, action: exchange.action, at });
  }
}

function compareSchemas(
  before: Located | undefined,
  after: Located | undefined,
  at: Sighting,
  { action, label }: Exchange,
  context: Context,
): void {
  if (!before || !after) return;
  context.schemas.state(context.pairs.pair(before, after), {
    operation: label,
    side: SIDES[action],
    identity: at.identity,
    details: { part: '', ...at.details },
  });
}

/** Schemas that bindings of a message hold, by protocol and word. */
const KEYS = [
  ['kafka', 'key'],
  ['http', 'headers'],
  ['mqtt', 'correlationData'],
] as const;

function checkKeys(
  old: Message,
  now: Message,
  at: Sighting,
  exchange: Exchange,
  context: Context,
): void {
  for (const [protocol, word] of KEYS) {
    const schemaIn = ({ located }: Message, version: Context['base']) => {
      const { document } = version;
      const bindings = document.child(located, 'bindings');
      return document.child(document.child(bindings, protocol), word);
    };
    const part = `the ${protocol} ${word} of ${at.details?.message}`;
    const place = {
      ...at,
      identity: `${at.identity} ${protocol} ${word}`,
      details: { ...at.details, part },
    };
    compareSchemas(
      schemaIn(old, context.base),
      schemaIn(now, context.revision),
      place,
      exchange,
      context,
    );
  }
}

function capital(text = ''): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

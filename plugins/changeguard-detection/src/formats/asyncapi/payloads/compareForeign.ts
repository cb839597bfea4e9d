import { Comparison, EngineOptions } from '../../../Comparison';
import { Fact } from '../../../Finding';
import { Report } from '../../../schema-comparison/Report';
import { fillMessage, Rule } from '../../../Rule';
import { compareAvro } from '../../avro/compare';
import { avroRules } from '../../avro/rules';
import { compareProtobuf } from '../../protobuf/compare';
import { protobufRules } from '../../protobuf/rules';
import { SIDES, WAYS } from '../model/sides';
import { ForeignPayload } from './ForeignPayload';

const RULES: ReadonlyMap<string, Rule> = new Map(
  [...avroRules, ...protobufRules].map(rule => [rule.id, rule]),
);

/** What a message is on the wire; names and generated code are nothing to it. */
const WIRE = 'version: v2\nbreaking:\n  use: [WIRE]\n';

/** Compares payloads with the engines of their languages, and states what those saw in the words of messages. */
export async function compareForeign(
  payloads: readonly ForeignPayload[],
  { report, reasons }: { report: Report; reasons: Set<string> },
  options: EngineOptions,
): Promise<void> {
  for (const payload of payloads) {
    const comparison = await compare(payload, options);
    const { action, at } = payload;
    const part = at.details?.part ?? '';
    if (comparison.outcome === 'failed') {
      reasons.add(`Of ${part} nothing was compared: ${comparison.message}`);
      continue;
    }
    if (comparison.outcome === 'partial') {
      for (const reason of comparison.reasons) {
        reasons.add(`Of ${part} not all was compared: ${reason}`);
      }
    }
    for (const fact of comparison.findings) {
      report.add(`${WAYS[action]}-schema-incompatible`, {
        ...at,
        before: fact.before ?? undefined,
        after: fact.after ?? undefined,
        identity: [
          at.identity,
          fact.rule,
          fact.identity ?? '',
          ...(fact.digests ?? []),
        ].join(' '),
        details: { ...at.details, what: wordsFor(fact) },
      });
    }
  }
}

function wordsFor(fact: Fact): string {
  const rule = RULES.get(fact.rule);
  return (rule ? fillMessage(rule, fact) : fact.rule).replace(/\.$/, '');
}

function compare(
  { language, before, after, action }: ForeignPayload,
  options: EngineOptions,
): Promise<Comparison<Fact>> | Comparison<Fact> {
  if (language === 'avro') {
    const compatibility = SIDES[action] === 'reader' ? 'forward' : 'backward';
    return compareAvro(textOf(before), textOf(after), {
      ...options,
      compatibility,
    });
  }
  return compareProtobuf(files(before), files(after), options);
}

function textOf(schema: unknown): string {
  return typeof schema === 'string' ? schema : JSON.stringify(schema);
}

function files(schema: unknown): string {
  return JSON.stringify({ 'buf.yaml': WIRE, 'payload.proto': textOf(schema) });
}

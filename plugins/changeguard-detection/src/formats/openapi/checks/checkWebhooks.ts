import { Located } from '../../../schema-comparison/ApiDocument';
import { removalOf } from '../../../schema-comparison/lifecycle';
import { wordOf } from '../../../text/wordOf';
import { Context, DefinitionCheck } from '../Context';
import { operationsOf } from '../model/Operation';
import { checkCalls } from './checkCalls';

/** Webhooks that came or went, and the calls of those that stayed. */
export const checkWebhooks: DefinitionCheck = context => {
  const { base, revision, report } = context;
  const before = new Map(base.entries(base.child(base.root, 'webhooks')));
  const after = new Map(
    revision.entries(revision.child(revision.root, 'webhooks')),
  );
  for (const [name, located] of before) {
    const same = after.get(name);
    if (same) {
      checkCalls({ name: `the webhook ${name}` }, located, same, context);
      continue;
    }
    const last = lastToGo(located, context);
    report.add(last ? `webhook-removed-${last.removal}` : 'webhook-removed', {
      base: located.pointer,
      before: name,
      identity: `webhook ${name}`,
      details: { name, sunset: last?.sunset ?? '' },
    });
  }
  for (const [name, located] of after) {
    if (before.has(name)) continue;
    report.add('webhook-added', {
      revision: located.pointer,
      after: name,
      identity: `webhook ${name}`,
      details: { name },
    });
  }
};

/** Of the calls of a webhook the one that was announced to go last; none where one of them was not announced to go. */
function lastToGo(webhook: Located, { base, now }: Context) {
  const calls = [...operationsOf(base, { path: '', located: webhook }).values()]
    .map(({ located: { value } }) => ({
      removal: removalOf(value, now),
      sunset: wordOf(value['x-sunset'] ?? ''),
    }))
    .sort((a, b) => (a.sunset < b.sunset ? -1 : 1));
  return calls.every(({ removal }) => removal !== 'unannounced')
    ? calls.pop()
    : undefined;
}

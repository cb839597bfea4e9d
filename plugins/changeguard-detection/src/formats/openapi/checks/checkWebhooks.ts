import { DefinitionCheck } from '../Context';
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
    report.add('webhook-removed', {
      base: located.pointer,
      before: name,
      identity: `webhook ${name}`,
      details: { name },
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

import { DefinitionCheck } from '../Context';

/** Webhooks that came or went. */
export const checkWebhooks: DefinitionCheck = ({ base, revision, report }) => {
  const before = new Map(base.children(base.child(base.root, 'webhooks')));
  const after = new Map(
    revision.children(revision.child(revision.root, 'webhooks')),
  );
  for (const [name, located] of before) {
    if (after.has(name)) continue;
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

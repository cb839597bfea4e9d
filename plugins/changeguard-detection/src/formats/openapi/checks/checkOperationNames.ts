import { OperationCheck } from '../Context';
import { wordOf } from '../../../text/wordOf';

/** The id and the tags of an operation. */
export const checkOperationNames: OperationCheck = (pair, { report }) => {
  const { base, revision, label } = pair;
  const before = base.located.value.operationId;
  const after = revision.located.value.operationId;
  const places = {
    operation: label,
    base: base.located.pointer,
    revision: revision.located.pointer,
  };
  if (before !== after) {
    const rule =
      before === undefined
        ? 'api-operation-id-added'
        : 'api-operation-id-removed';
    const words = { before: wordOf(before), after: wordOf(after) };
    report.add(rule, {
      ...places,
      before,
      after,
      identity: 'operationId',
      details: words,
    });
  }
  const old = tagsOf(base.located.value.tags);
  const now = tagsOf(revision.located.value.tags);
  for (const name of old.filter(tag => !now.includes(tag))) {
    report.add('api-tag-removed', {
      ...places,
      before: name,
      identity: `tag ${name}`,
      details: { name },
    });
  }
  for (const name of now.filter(tag => !old.includes(tag))) {
    report.add('api-tag-added', {
      ...places,
      after: name,
      identity: `tag ${name}`,
      details: { name },
    });
  }
};

function tagsOf(tags: unknown): string[] {
  return Array.isArray(tags) ? tags.map(wordOf).sort() : [];
}

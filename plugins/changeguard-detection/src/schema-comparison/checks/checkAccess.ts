import { SchemaCheck } from '../SchemaPair';

/** Whether a property is for reading or writing only. */
export const checkAccess: SchemaCheck = (base, revision) =>
  (
    [
      ['readOnly', 'read-only'],
      ['writeOnly', 'write-only'],
    ] as const
  ).flatMap(([word, noun]) => {
    const before = base.value[word] === true;
    const after = revision.value[word] === true;
    if (before === after) return [];
    const change = after ? `became-${noun}` : `became-not-${noun}`;
    return [{ change, word, before, after }];
  });

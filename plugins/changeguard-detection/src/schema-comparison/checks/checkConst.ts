import { canonical } from '../../text/canonical';
import { SchemaCheck } from '../SchemaPair';
import { isListOfOne } from './isListOfOne';

/** A single allowed value and a default: added, removed or changed. */
export const checkConst: SchemaCheck = (base, revision) =>
  (
    [
      ['const', 'const'],
      ['default', 'default-value'],
    ] as const
  ).flatMap(([word, noun]) => {
    const before = base.value[word];
    const after = revision.value[word];
    if (before === undefined && after === undefined) return [];
    const isTold =
      isListOfOne(base.value, revision.value) ||
      isListOfOne(revision.value, base.value);
    if (word === 'const' && isTold) return [];
    const difference = { word, before, after };
    if (before === undefined) {
      return [{ ...difference, change: `${noun}-added` }];
    }
    if (after === undefined) {
      return [{ ...difference, change: `${noun}-removed` }];
    }
    return canonical(before) === canonical(after)
      ? []
      : [{ ...difference, change: `${noun}-changed` }];
  });

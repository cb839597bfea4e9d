import { JudgedComparison } from './Comparer';

/** Of two equal texts, which need not be read to know it. */
export const emptyComparison: JudgedComparison = Object.freeze({
  outcome: 'compared',
  findings: [],
  findingCount: 0,
  reasons: [],
  changelog: '',
  sideBySide: null,
  failure: null,
});

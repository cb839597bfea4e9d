import { OperationCheck } from '../Context';
import {
  hasInvalidStability,
  readSunset,
  stabilityOf,
} from '../../../schema-comparison/lifecycle';
import { wordOf } from '../../../text/wordOf';

/** Deprecation, sunset and stability of operations. */
export const checkDeprecation: OperationCheck = (pair, { report, now }) => {
  const { base, revision, label } = pair;
  const before = base.located.value;
  const after = revision.located.value;
  const state = (rule: string, word: string, details = {}) =>
    report.add(rule, {
      operation: label,
      base: base.located.pointer,
      revision: `${revision.located.pointer}/${word}`,
      before: before[word],
      after: after[word],
      identity: word,
      details: {
        before: wordOf(before[word] ?? 'nothing'),
        after: wordOf(after[word] ?? 'nothing'),
        sunset: wordOf(after['x-sunset'] ?? ''),
        ...details,
      },
    });

  const level = 'x-stability-level';
  if (hasInvalidStability(after) && before[level] !== after[level]) {
    state('api-invalid-stability-level', 'x-stability-level');
  }
  const was = stabilityOf(before);
  const is = stabilityOf(after);
  if (was !== undefined && is !== undefined && was !== is) {
    const change = is > was ? 'increased' : 'decreased';
    state(`api-stability-${change}`, 'x-stability-level');
  } else if (was !== undefined && after['x-stability-level'] === undefined) {
    state('api-stability-decreased', 'x-stability-level');
  }

  const old = readSunset(before);
  const next = readSunset(after);
  if (before.deprecated !== true && after.deprecated === true) {
    if (next.outcome === 'invalid') {
      state('api-deprecated-sunset-parse', 'x-sunset');
    } else if (next.outcome === 'date') {
      state('endpoint-deprecated-with-sunset', 'deprecated');
    } else {
      state('endpoint-deprecated', 'deprecated');
    }
    return;
  }
  if (before.deprecated === true && after.deprecated !== true) {
    state('endpoint-reactivated', 'deprecated');
    return;
  }
  if (after.deprecated !== true) return;
  if (old.outcome !== 'none' && next.outcome === 'none') {
    state('sunset-deleted', 'x-sunset');
  } else if (next.outcome === 'invalid' && old.outcome !== 'invalid') {
    state('api-path-sunset-parse', 'x-sunset');
  } else if (
    old.outcome === 'date' &&
    next.outcome === 'date' &&
    next.date < old.date &&
    old.date > now
  ) {
    state('api-sunset-date-changed-too-small', 'x-sunset');
  }
};

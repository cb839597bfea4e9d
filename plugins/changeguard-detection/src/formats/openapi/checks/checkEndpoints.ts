import { PathCheck } from '../Context';
import { isUnstable, readSunset } from '../../../schema-comparison/lifecycle';
import { labelOf, Operation, operationsOf } from '../model/Operation';
import { Context } from '../Context';

/** Operations that came or went, alone or with their path. */
export const checkEndpoints: PathCheck = (pair, context) => {
  const before = operationsOf(context.base, pair.base);
  const after = operationsOf(context.revision, pair.revision);
  for (const [method, operation] of before) {
    if (!after.has(method)) {
      reportRemoval(operation, pair.revision === undefined, context);
    }
  }
  for (const [method, operation] of after) {
    if (before.has(method)) continue;
    context.report.add('endpoint-added', {
      operation: labelOf(method, pair.base?.path ?? operation.path),
      revision: operation.located.pointer,
      after: labelOf(method, operation.path),
      identity: '',
    });
  }
};

/** What was deprecated may go, once its sunset has passed. */
function reportRemoval(
  { method, path, located }: Operation,
  wholePath: boolean,
  { report, now }: Context,
): void {
  if (isUnstable(located.value)) return;
  const state = (rule: string, sunset = '') =>
    report.add(rule, {
      operation: labelOf(method, path),
      base: located.pointer,
      before: labelOf(method, path),
      identity: '',
      details: { sunset },
    });
  const noun = wholePath ? 'api-path-removed' : 'api-removed';
  if (located.value.deprecated !== true) {
    state(`${noun}-without-deprecation`);
    return;
  }
  const sunset = readSunset(located.value);
  if (sunset.outcome === 'invalid') {
    state('api-path-sunset-parse', sunset.text);
  } else if (sunset.outcome === 'date' && sunset.date > now) {
    state(`${noun}-before-sunset`, sunset.text);
  } else {
    state(`${noun}-with-deprecation`);
  }
}

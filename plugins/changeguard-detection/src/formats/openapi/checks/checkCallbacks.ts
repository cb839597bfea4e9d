import { Located } from '../../../schema-comparison/ApiDocument';
import { Context, OperationCheck } from '../Context';
import { checkCalls } from './checkCalls';

/** Calls that an operation brings about: by the name of the callback, then by where it goes. */
export const checkCallbacks: OperationCheck = (pair, context) => {
  const before = callsOf(context, 'base', pair.base.located);
  const after = callsOf(context, 'revision', pair.revision.located);
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const call = { operation: pair.label, name: `the callback ${name}` };
    checkCalls(call, before.get(name), after.get(name), context);
  }
};

function callsOf(
  context: Context,
  version: 'base' | 'revision',
  operation: Located,
): Map<string, Located> {
  const document = context[version];
  return new Map(
    document
      .entries(document.child(operation, 'callbacks'))
      .flatMap(([name, callback]) => {
        const targets = document.children(callback);
        return targets.map(([target, item]): [string, Located] => [
          targets.length === 1 ? name : `${name} ${target}`,
          item,
        ]);
      }),
  );
}

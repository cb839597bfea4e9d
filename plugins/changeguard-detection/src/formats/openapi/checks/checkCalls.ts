import { Located } from '../../../schema-comparison/ApiDocument';
import { removalOf } from '../../../schema-comparison/lifecycle';
import { wordOf } from '../../../text/wordOf';
import { Context } from '../Context';
import { labelOf, Operation, operationsOf } from '../model/Operation';
import { checkCallBody } from './checkCallBody';
import { checkCallParameters } from './checkCallParameters';

/** Calls that the provider makes: which operation brings them about, where one does, and how sentences call them. */
export interface Call {
  operation?: string;
  name: string;
}

/** What is told about one call. */
export interface CallPair {
  call: Call;
  before: Operation;
  after: Operation;
}

/** The calls of one webhook or callback in both versions; what the provider sends is read, what it is answered is written. */
export function checkCalls(
  call: Call,
  before: Located | undefined,
  after: Located | undefined,
  context: Context,
): void {
  const old = callsOf(context, 'base', before);
  const now = callsOf(context, 'revision', after);
  for (const [method, operation] of old) {
    const same = now.get(method);
    if (same) {
      const pair = { call, before: operation, after: same };
      checkCallParameters(pair, context);
      checkCallBody(pair, context);
      continue;
    }
    const { value, pointer } = operation.located;
    const removal = removalOf(value, context.now);
    const rule = 'callback-removed';
    context.report.add(
      removal === 'unannounced' ? rule : `${rule}-${removal}`,
      {
        operation: call.operation,
        base: pointer,
        before: labelOf(method, call.name),
        identity: `${call.name} ${method}`,
        details: { name: call.name, sunset: wordOf(value['x-sunset'] ?? '') },
      },
    );
  }
  for (const [method, operation] of now) {
    if (old.has(method)) continue;
    context.report.add('callback-added', {
      operation: call.operation,
      revision: operation.located.pointer,
      after: labelOf(method, call.name),
      identity: `${call.name} ${method}`,
      details: { name: call.name },
    });
  }
}

function callsOf(
  context: Context,
  version: 'base' | 'revision',
  located: Located | undefined,
) {
  const entry = located && { path: '', located };
  return operationsOf(context[version], entry);
}

import { Located } from '../../../schema-comparison/ApiDocument';
import { removalOf } from '../../../schema-comparison/lifecycle';
import { wordOf } from '../../../text/wordOf';
import { Context } from '../Context';
import { matchHeaders } from '../model/matchHeaders';
import { schemaOf } from '../model/Parameter';
import { Call } from './checkCalls';

/** The headers of what the provider is answered: who is called writes them, the provider reads them. */
export function checkAnswerHeaders(
  at: { call: Call; status: string; identity: string },
  before: Located,
  after: Located,
  context: Context,
): void {
  const { report } = context;
  const { operation, name } = at.call;
  for (const { key, header, old, now } of matchHeaders(
    context,
    before,
    after,
  )) {
    const identity = `${at.identity} header ${key}`;
    const details = { name, status: at.status, header };
    const was = old?.value.required === true;
    const is = now?.value.required === true;
    if (!now) {
      const removal = removalOf(old.value, context.now);
      const rule = 'callback-response-header-removed';
      const sunset = wordOf(old.value['x-sunset'] ?? '');
      report.add(removal === 'unannounced' ? rule : `${rule}-${removal}`, {
        operation,
        base: old.pointer,
        before: header,
        identity,
        details: { ...details, sunset },
      });
    } else if (!old) {
      const need = is ? 'required' : 'optional';
      report.add(`callback-response-${need}-header-added`, {
        operation,
        revision: now.pointer,
        after: header,
        identity,
        details,
      });
    } else {
      if (was !== is) {
        const change = is ? 'became-required' : 'became-optional';
        report.add(`callback-response-header-${change}`, {
          operation,
          base: old.pointer,
          revision: now.pointer,
          before: was,
          after: is,
          identity,
          details,
        });
      }
      compareValues({ ...at, identity, header }, old, now, context);
    }
  }
}

function compareValues(
  at: { call: Call; status: string; identity: string; header: string },
  before: Located,
  after: Located,
  { base, revision, pairs, callbacks }: Context,
): void {
  const old = schemaOf(base, before);
  const now = schemaOf(revision, after);
  if (!old || !now) return;
  const { call, status, identity, header } = at;
  const { name } = call;
  callbacks.state(pairs.pair(old, now), {
    operation: call.operation ?? name,
    side: 'writer',
    identity,
    details: {
      part: `the header ${header} of the answer ${status} to ${name}`,
      name,
      status,
      header,
    },
  });
}

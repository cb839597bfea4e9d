import { Located } from '../../../schema-comparison/ApiDocument';
import { Context } from '../Context';
import { headersOf } from '../model/headersOf';
import { schemaOf } from '../model/Parameter';
import { Call } from './checkCalls';

/** The headers of what the provider is answered: who is called writes them, the provider reads them. */
export function checkAnswerHeaders(
  at: { call: Call; status: string; identity: string },
  before: Located,
  after: Located,
  context: Context,
): void {
  const { base, revision, report } = context;
  const { operation, name } = at.call;
  const old = headersOf(base, before);
  const now = headersOf(revision, after);
  for (const [key, [header, located]] of old) {
    const identity = `${at.identity} header ${key}`;
    const details = { name, status: at.status, header };
    const same = now.get(key)?.[1];
    if (!same) {
      report.add('callback-response-header-removed', {
        operation,
        base: located.pointer,
        before: header,
        identity,
        details,
      });
      continue;
    }
    const was = located.value.required === true;
    const is = same.value.required === true;
    if (was !== is) {
      const change = is ? 'became-required' : 'became-optional';
      report.add(`callback-response-header-${change}`, {
        operation,
        base: located.pointer,
        revision: same.pointer,
        before: was,
        after: is,
        identity,
        details,
      });
    }
    compareValues({ ...at, identity, header }, located, same, context);
  }
  for (const [key, [header, located]] of now) {
    if (old.has(key)) continue;
    const need = located.value.required === true ? 'required' : 'optional';
    report.add(`callback-response-${need}-header-added`, {
      operation,
      revision: located.pointer,
      after: header,
      identity: `${at.identity} header ${key}`,
      details: { name, status: at.status, header },
    });
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

import { removalOf } from '../../../schema-comparison/lifecycle';
import { wordOf } from '../../../text/wordOf';
import { Context } from '../Context';
import { Parameter, parametersOf, schemaOf } from '../model/Parameter';
import { wordsOf } from './checkParameters';
import { CallPair } from './checkCalls';

/** Parameters of a call that the provider makes: what always came has to come. */
export function checkCallParameters(
  { call, before, after }: CallPair,
  context: Context,
): void {
  const { name, operation } = call;
  const old = parametersOf(context.base, before);
  const now = parametersOf(context.revision, after);
  for (const [key, parameter] of old) {
    const same = now.get(key);
    const identity = `${name} ${before.method} parameter ${key}`;
    const details = { ...wordsOf(parameter), name };
    const base = parameter.located.pointer;
    if (!same) {
      const { value } = parameter.located;
      const need = parameter.required ? 'required' : 'optional';
      const removal = removalOf(value, context.now);
      const rule =
        removal === 'unannounced'
          ? `callback-request-${need}-parameter-removed`
          : `callback-request-parameter-removed-${removal}`;
      context.report.add(rule, {
        operation,
        base,
        before: parameter.name,
        identity,
        details: { ...details, sunset: wordOf(value['x-sunset'] ?? '') },
      });
      continue;
    }
    const revision = same.located.pointer;
    const at = { operation, base, revision, identity, details };
    if (parameter.required !== same.required) {
      const change = same.required ? 'became-required' : 'became-optional';
      context.report.add(`callback-request-parameter-${change}`, {
        ...at,
        before: parameter.required,
        after: same.required,
      });
    }
    compareValues(
      parameter,
      same,
      { ...at, operation: operation ?? name },
      context,
    );
  }
  for (const [key, parameter] of now) {
    if (old.has(key)) continue;
    context.report.add('callback-request-parameter-added', {
      operation,
      revision: parameter.located.pointer,
      after: parameter.name,
      identity: `${name} ${after.method} parameter ${key}`,
      details: { ...wordsOf(parameter), name },
    });
  }
}

function compareValues(
  before: Parameter,
  after: Parameter,
  at: { operation: string; identity: string; details: Record<string, string> },
  { base, revision, pairs, callbacks }: Context,
): void {
  const old = schemaOf(base, before.located);
  const now = schemaOf(revision, after.located);
  if (!old || !now) return;
  const part = `the ${after.in} parameter ${after.name} of ${at.details.name}`;
  callbacks.state(pairs.pair(old, now), {
    operation: at.operation,
    side: 'reader',
    identity: at.identity,
    details: { ...at.details, part },
  });
}

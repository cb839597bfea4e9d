import { Context, OperationCheck } from '../Context';
import { readSunset } from '../../../schema-comparison/lifecycle';
import { Parameter, parametersOf, schemaOf } from '../model/Parameter';
import { Report } from '../../../schema-comparison/Report';
import { checkParameterDates } from './checkParameterDates';
import { writingOf } from './writingOf';

/** Parameters that came, went, or changed. */
export const checkParameters: OperationCheck = (pair, context) => {
  const { base, revision, label, renamed } = pair;
  const before = parametersOf(context.base, base);
  const after = parametersOf(context.revision, revision, name =>
    before.has(`path:${name}`) ? name : renamed.get(name) ?? name,
  );
  for (const [key, parameter] of before) {
    const same = after.get(key);
    if (same) {
      checkParameter(label, key, parameter, same, context);
    } else {
      reportRemoval(label, key, parameter, context);
    }
  }
  for (const [key, parameter] of after) {
    if (!before.has(key)) {
      context.report.add(additionRule(parameter), {
        operation: label,
        revision: parameter.located.pointer,
        after: parameter.name,
        identity: `parameter ${key}`,
        details: wordsOf(parameter),
      });
    }
  }
};

function additionRule(parameter: Parameter): string {
  if (parameter.in === 'path') return 'new-request-path-parameter';
  const need = parameter.required ? 'required' : 'optional';
  return parameter.ofPath
    ? `new-${need}-request-default-parameter-to-existing-path`
    : `new-${need}-request-parameter`;
}

function reportRemoval(
  operation: string,
  key: string,
  parameter: Parameter,
  { report, now }: Context,
): void {
  const { value, pointer } = parameter.located;
  const sunset = readSunset(value);
  let rule = 'request-parameter-removed';
  if (value.deprecated === true) {
    rule = 'request-parameter-removed-with-deprecation';
    if (sunset.outcome === 'invalid') rule = 'request-parameter-sunset-parse';
    if (sunset.outcome === 'date' && sunset.date > now) {
      rule = 'request-parameter-removed-before-sunset';
    }
  }
  report.add(rule, {
    operation,
    base: pointer,
    before: parameter.name,
    identity: `parameter ${key}`,
    details: {
      ...wordsOf(parameter),
      sunset: sunset.outcome === 'none' ? '' : sunset.text,
    },
  });
}

function checkParameter(
  operation: string,
  key: string,
  before: Parameter,
  after: Parameter,
  context: Context,
): void {
  const { report } = context;
  const places = {
    operation,
    base: before.located.pointer,
    revision: after.located.pointer,
    identity: `parameter ${key}`,
  };
  const details = wordsOf(after);
  if (before.required !== after.required) {
    const change = after.required ? 'became-required' : 'became-optional';
    report.add(`request-parameter-${change}`, {
      ...places,
      before: before.required,
      after: after.required,
      details,
    });
  }
  checkParameterDates(before, after, places, context);
  checkWriting(before, after, places, report);
  const oldSchema = schemaOf(context.base, before.located);
  const newSchema = schemaOf(context.revision, after.located);
  if (oldSchema && newSchema) {
    context.schemas.state(context.pairs.pair(oldSchema, newSchema), {
      operation,
      side: 'request',
      place: 'parameter',
      json: false,
      optional: after.located.value.required !== true,
      identity: `parameter ${key}`,
      details,
    });
  }
}

function checkWriting(
  before: Parameter,
  after: Parameter,
  places: {
    operation: string;
    base: string;
    revision: string;
    identity: string;
  },
  report: Report,
): void {
  const wasEmpty = before.located.value.allowEmptyValue === true;
  const mayBeEmpty = after.located.value.allowEmptyValue === true;
  if (wasEmpty !== mayBeEmpty) {
    const verb = mayBeEmpty ? 'allowed' : 'refused';
    report.add(`request-parameter-empty-value-${verb}`, {
      ...places,
      before: wasEmpty,
      after: mayBeEmpty,
      details: wordsOf(after),
    });
  }
  const old = writingOf(before);
  const now = writingOf(after);
  if (old === now) return;
  report.add('request-parameter-serialization-changed', {
    ...places,
    before: old,
    after: now,
    details: { ...wordsOf(after), before: old, after: now },
  });
}

/** What messages say about a parameter. */
export function wordsOf(parameter: Parameter): Record<string, string> {
  return { parameter: parameter.name, in: parameter.in };
}

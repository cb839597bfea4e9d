import { equalValues } from './equalValues';
import { Expander } from './expand';
import { hasValue } from './hasValue';
import { itemAt, memberAt } from './members';
import { isMultiple } from './numberBounds';
import { matches } from './patterns/matches';
import { Conjunction } from './SchemaNode';
import { Shape, typeOf } from './Shape';

/**
 * Whether a value is valid; undefined when that depends on something known by its text only. Works on the schemas as they
 * are, without generating code from somebody else's text.
 */
export function admits(
  expander: Expander,
  conjunction: Conjunction,
  value: unknown,
): boolean | undefined {
  const type = typeOf(value);
  let answer: boolean | undefined = false;
  for (const shape of expander.expand(conjunction)) {
    if (shape.type !== type) continue;
    const one = shapeAdmits(expander, shape, value);
    if (one === true) return true;
    if (one === undefined) answer = undefined;
  }
  return answer;
}

/** The same for one alternative. */
export function shapeAdmits(
  expander: Expander,
  shape: Shape,
  value: unknown,
): boolean | undefined {
  if (shape.values && !hasValue(shape.values, value)) return false;
  if (hasValue(shape.excluded, value)) return false;
  const answer = ofItsType(expander, shape, value);
  if (answer !== true) return answer;
  return shape.opaque.size > 0 || shape.formats.size > 0 ? undefined : true;
}

function ofItsType(
  expander: Expander,
  shape: Shape,
  value: unknown,
): boolean | undefined {
  if (typeof value === 'number') return numberFits(shape, value);
  if (typeof value === 'string') {
    const length = [...value].length;
    return (
      length >= shape.minSize &&
      length <= shape.maxSize &&
      [...shape.patterns].every(pattern => matches(pattern, value)) &&
      ![...shape.notPatterns].some(pattern => matches(pattern, value))
    );
  }
  if (Array.isArray(value)) return arrayFits(expander, shape, value);
  if (typeof value === 'object' && value !== null) {
    return objectFits(expander, shape, value as Record<string, unknown>);
  }
  return true;
}

function numberFits(shape: Shape, value: number): boolean {
  const { minimum, maximum } = shape;
  if (shape.integer && !Number.isInteger(value)) return false;
  if (minimum) {
    if (minimum.exclusive ? value <= minimum.value : value < minimum.value) {
      return false;
    }
  }
  if (maximum) {
    if (maximum.exclusive ? value >= maximum.value : value > maximum.value) {
      return false;
    }
  }
  return (
    shape.multipleOf.every(factor => isMultiple(value, factor)) &&
    !shape.notMultipleOf.some(factor => isMultiple(value, factor))
  );
}

function arrayFits(
  expander: Expander,
  shape: Shape,
  value: readonly unknown[],
): boolean | undefined {
  if (value.length < shape.minSize || value.length > shape.maxSize) {
    return false;
  }
  if (shape.unique) {
    const repeated = value.some((item, index) =>
      value.slice(index + 1).some(other => equalValues(item, other)),
    );
    if (repeated) return false;
  }
  return all([
    ...value.map((item, index) => admits(expander, itemAt(shape, index), item)),
    ...shape.contains.map(({ schema, min, max }) => {
      const answers = value.map(item => admits(expander, schema, item));
      const sure = answers.filter(answer => answer === true).length;
      const most = answers.filter(answer => answer !== false).length;
      if (most < min || sure > max) return false;
      return sure >= min && most <= max ? true : undefined;
    }),
  ]);
}

function objectFits(
  expander: Expander,
  shape: Shape,
  value: Record<string, unknown>,
): boolean | undefined {
  const names = Object.keys(value);
  if (names.length < shape.minSize || names.length > shape.maxSize) {
    return false;
  }
  if ([...shape.required].some(name => !Object.hasOwn(value, name))) {
    return false;
  }
  return all([
    ...names.map(name => admits(expander, memberAt(shape, name), value[name])),
    ...names.map(name => admits(expander, shape.names, name)),
  ]);
}

function all(answers: (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

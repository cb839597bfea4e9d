import { isObject } from '../../text/isObject';
import { AvroNode } from './AvroNode';

/** What was found of values already: branches of unions may ask the same of a value again and again. */
type Known = Map<unknown, Map<AvroNode, boolean>>;

/** Whether JSON can be a default of a type; of a union that of any branch, which the specification allows since 1.12. */
export function isOf(
  type: AvroNode,
  value: unknown,
  known: Known = new Map(),
): boolean {
  if (typeof value !== 'object' || value === null) {
    return isSimple(type, value);
  }
  let answers = known.get(value);
  if (!answers) known.set(value, (answers = new Map()));
  const answer = answers.get(type) ?? holds(type, value, known);
  answers.set(type, answer);
  return answer;
}

function isSimple(type: AvroNode, value: unknown): boolean {
  switch (type.kind) {
    case 'primitive':
      return isPrimitive(type.type, value);
    case 'fixed':
      return typeof value === 'string';
    case 'enum':
      return type.symbols.some(symbol => symbol === value);
    case 'union':
      return type.branches.some(branch => isSimple(branch, value));
    default:
      return false;
  }
}

function holds(type: AvroNode, value: object, known: Known): boolean {
  const all = (values: unknown[], item: AvroNode) =>
    values.every(one => isOf(item, one, known));
  switch (type.kind) {
    case 'array':
      return Array.isArray(value) && all(value, type.items);
    case 'map':
      return isObject(value) && all(Object.values(value), type.items);
    case 'record':
      return (
        isObject(value) &&
        type.fields.every(
          ({ name, type: own }) =>
            !Object.hasOwn(value, name) || isOf(own, value[name], known),
        )
      );
    case 'union':
      return type.branches.some(branch => isOf(branch, value, known));
    default:
      return false;
  }
}

function isPrimitive(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'int':
    case 'long':
      return Number.isInteger(value);
    case 'float':
    case 'double':
      return typeof value === 'number';
    default:
      return typeof value === 'string';
  }
}

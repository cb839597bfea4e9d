import { Conjunction, SchemaNode } from './SchemaNode';

/** The types of JSON; an integer is a number with a property. */
export type TypeName =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'array'
  | 'object';

/** A bound of a number. */
export interface Bound {
  value: number;
  exclusive: boolean;
}

/** What one schema says about the items of an array. */
export interface ArrayLayer {
  prefix: SchemaNode[];
  rest?: SchemaNode;
}

/** What one schema says about the members of an object. */
export interface ObjectLayer {
  properties: ReadonlyMap<string, SchemaNode>;
  patterns: ReadonlyMap<string, SchemaNode>;
  additional?: SchemaNode;
}

/** How often a kind of item has to be there. */
export interface Contains {
  schema: Conjunction;
  min: number;
  max: number;
}

/** One way to be valid: values of one type under constraints that all hold. A schema is a set of shapes. */
export interface Shape {
  type: TypeName;
  /** The only values there are. */
  values?: readonly unknown[];
  /** Whether null was allowed outright, where it is not otherwise. */
  granted?: boolean;
  /** Values there are not. */
  excluded: readonly unknown[];
  /** Constraints known by their text only: two of them are the same or cannot be compared. */
  opaque: ReadonlySet<string>;
  formats: ReadonlySet<string>;

  minimum?: Bound;
  maximum?: Bound;
  integer: boolean;
  multipleOf: readonly number[];
  notMultipleOf: readonly number[];

  /** Of a string's characters, an array's items or an object's members. */
  minSize: number;
  maxSize: number;
  patterns: ReadonlySet<string>;
  notPatterns: ReadonlySet<string>;

  arrays: readonly ArrayLayer[];
  contains: readonly Contains[];
  unique: boolean;

  objects: readonly ObjectLayer[];
  required: ReadonlySet<string>;
  names: Conjunction;
  /** Members looked at one alternative at a time. */
  chosen?: ReadonlyMap<string, Conjunction>;
}

const NONE: ReadonlySet<string> = new Set();

function anyOfType(type: TypeName): Shape {
  return {
    type,
    excluded: [],
    opaque: NONE,
    formats: NONE,
    integer: false,
    multipleOf: [],
    notMultipleOf: [],
    minSize: 0,
    maxSize: Infinity,
    patterns: NONE,
    notPatterns: NONE,
    arrays: [],
    contains: [],
    unique: false,
    objects: [],
    required: NONE,
    names: [],
  };
}

/** Everything, as one shape a type. */
export const everything: readonly Shape[] = [
  { ...anyOfType('null'), values: [null] },
  { ...anyOfType('boolean'), values: [true, false] },
  anyOfType('number'),
  anyOfType('string'),
  anyOfType('array'),
  anyOfType('object'),
];

/** The type of a JSON value. */
export function typeOf(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  if (type === 'boolean' || type === 'number' || type === 'string') return type;
  return 'object';
}

/** Stands in a schema's place for shapes that were worked out already. */
export class FixedShapes {
  constructor(readonly shapes: readonly Shape[]) {}
}

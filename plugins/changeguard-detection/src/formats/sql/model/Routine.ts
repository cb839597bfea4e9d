import { Place } from './Relation';

/** An argument that callers give. */
export interface Argument {
  name: string;
  type: string;
  hasDefault: boolean;
  isVariadic: boolean;
}

/** A function, procedure or aggregate. */
export interface Routine {
  kind: 'function' | 'procedure' | 'aggregate';
  schema: string;
  name: string;
  arguments: Argument[];
  /** What callers get, as text: the type, or the columns of a table. */
  returns: string;
  comment: string | null;
  place: Place;
}

/** Tells it from others of the same name: `public.total(integer, text)`. */
export function signatureOf(routine: Pick<Routine, 'arguments'>, path: string) {
  return `${path}(${routine.arguments.map(({ type }) => type).join(', ')})`;
}

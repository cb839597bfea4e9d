import { Column, Constraint, Place } from './Relation';

interface Named {
  schema: string;
  name: string;
  comment: string | null;
  place: Place;
  formerly: string[];
}

/** A type that the schema defines. */
export type UserType = Named &
  (
    | { kind: 'enum'; values: string[] }
    | { kind: 'composite'; columns: Map<string, Column> }
    | {
        kind: 'domain';
        holds: Column;
        constraints: Map<string, Constraint>;
      }
    /** Ranges and base types, of which only the text is compared. */
    | { kind: 'other'; text: string }
  );

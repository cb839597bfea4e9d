import { pathOf } from './names';
import { Place, Relation } from './Relation';
import { Routine } from './Routine';
import { UserType } from './UserType';

/** Counts for rows. */
export interface Sequence {
  schema: string;
  name: string;
  /** The column it is dropped with. */
  ownedBy: string | null;
  text: string;
  place: Place;
}

/** What was granted to whom on what; the key says all of it: `select on public.orders to reports`. */
export interface Grant {
  privilege: string;
  object: string;
  role: string;
  place: Place;
}

/** A kind of statement that was not followed. */
export interface Gap {
  what: string;
  /** How many there were. */
  count: number;
  /** Where the first one stands. */
  place: Place & { file?: string };
}

/** What a script has made: everything by its path. */
export class Database {
  readonly schemas = new Map<string, Place>();
  readonly extensions = new Map<string, Place>();
  readonly relations = new Map<string, Relation>();
  readonly types = new Map<string, UserType>();
  readonly routines = new Map<string, Routine>();
  readonly sequences = new Map<string, Sequence>();
  readonly grants = new Map<string, Grant>();
  /** What was not followed, by what it is. */
  readonly gaps = new Map<string, Gap>();
  /** Paths of what something inherits from, or did once: few of many, so that others need not be looked through. */
  readonly parents = new Set<string>();
  searchPath: readonly string[] = ['public'];

  /** The path of what is or would be called so: the first that exists along the search path, else where it would be made. */
  resolve(
    among: 'relations' | 'types' | 'sequences',
    names: readonly string[],
  ): string {
    if (names.length > 1) return pathOf(...names.slice(-2));
    const [name = ''] = names;
    const found = ['pg_temp', ...this.searchPath]
      .map(schema => pathOf(schema, name))
      .find(path => this[among].has(path));
    return found ?? pathOf(this.home, name);
  }

  /** Where things without a schema are made. */
  get home(): string {
    return this.searchPath[0] ?? 'public';
  }
}

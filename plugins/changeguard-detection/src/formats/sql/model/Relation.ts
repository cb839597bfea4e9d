import { Node } from '@pgsql/types';
import { ColumnType } from './ColumnType';

/** Where something is written. */
export interface Place {
  startLine: number;
  endLine: number;
}

/** A column of a table or view, an attribute of a composite type, or what a domain holds. */
export interface Column {
  name: string;
  /** Null where it cannot be told, as for most columns of a view. */
  type: ColumnType | null;
  notNull: boolean;
  /** What is stored when a writer names nothing. */
  fallback: Node | null;
  /** `always` takes no value from a writer. */
  identity: 'always' | 'by default' | null;
  /** The expression that computes it. */
  generated: Node | null;
  collation: string | null;
  comment: string | null;
  place: Place;
  /** Names it had earlier in the script. */
  formerly: string[];
  /** Whether it came from a parent table. */
  isInherited: boolean;
}

/** What a table asks of its rows, be it a constraint or a unique index. */
export interface Constraint {
  name: string;
  kind: 'primary key' | 'unique' | 'check' | 'foreign key' | 'exclusion';
  columns: string[];
  /** The condition of a check, or the parts of a unique index that are no plain columns. */
  expressions: Node[];
  /** The condition under which a unique index or an exclusion holds. */
  where: Node | null;
  references: {
    relation: string;
    columns: string[];
    onUpdate: string;
    onDelete: string;
  } | null;
  /** What else tells it apart, such as `nulls not distinct`. */
  notes: string[];
  place: Place;
  /** Whether it belongs to an index, which is dropped as one. */
  isIndex: boolean;
}

/** A rule on which rows may be seen and written. */
export interface Policy {
  name: string;
  isPermissive: boolean;
  command: string;
  roles: string[];
  using: string;
  check: string;
  place: Place;
}

/** Something that runs when rows change. */
export interface Trigger {
  name: string;
  text: string;
  place: Place;
}

/** A table, a view, or what else rows are read from. */
export interface Relation {
  kind: 'table' | 'foreign table' | 'view' | 'materialized view';
  schema: string;
  name: string;
  columns: Map<string, Column>;
  constraints: Map<string, Constraint>;
  policies: Map<string, Policy>;
  triggers: Map<string, Trigger>;
  rowSecurity: boolean;
  isUnlogged: boolean;
  /** `list (region)`; null when it is not partitioned. */
  partitionedBy: string | null;
  /** The parent and the bounds of a partition. */
  partitionOf: { parent: string; bounds: string } | null;
  parents: string[];
  /** What a view selects. */
  query: Node | null;
  /** What the query reads. */
  reads: string[];
  comment: string | null;
  place: Place;
  formerly: string[];
}

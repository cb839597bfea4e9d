import { ListSchemaChangesQuery } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { applyCriteria, Criterion } from './applyCriteria';
import { ownUnannounced } from './ownUnannounced';
import {
  headColumns,
  narrowColumns,
  Onlooker,
  SchemaChangeHead,
} from './SchemaChangeHead';
import {
  keysetOf,
  nextPart,
  orderBy,
  rowsAfter,
  SchemaChangeKeyset,
} from './schemaChangeOrder';
import { schemaChangeFilter } from './schemaChangeFilter';
import { PreparedStatements } from './PreparedStatements';
import { joined } from './SqlFragment';
import { Transaction } from './UnitOfWork';

/** What the permission policy says of a viewer and any change. */
export interface Narrowing {
  read: Criterion;
  update: Criterion;
  comment: Criterion;
}

/** What the policy says of one change. */
export type Narrowed = Record<`policy_${keyof Narrowing}`, boolean>;

/** One stretch of a list. */
export interface SchemaChangePage {
  rows: SchemaChangeHead[];
  /** Where to go on; null when this was the end. */
  next: SchemaChangeKeyset | null;
}

/** Reads changes, each in one statement. */
export class SchemaChangeReadModel {
  private readonly prepared: PreparedStatements;

  constructor(knex: Knex) {
    this.prepared = new PreparedStatements(knex);
  }

  /** One change as a viewer stands to it, with what the policy says of it. */
  async head(
    id: string,
    viewer: Onlooker,
    narrowing: Narrowing,
    tx?: Transaction,
  ): Promise<(SchemaChangeHead & Narrowed) | undefined> {
    const columns = headColumns('schema_changes', viewer);
    const read = applyCriteria(narrowing.read);
    const update = applyCriteria(narrowing.update);
    const comment = applyCriteria(narrowing.comment);
    const text = `/* SchemaChangeReadModel.head */
       select ${columns.text},
         (${read.text}) as policy_read, (${update.text}) as policy_update, (${comment.text}) as policy_comment
       from schema_changes where schema_changes.id = ?`;
    const values = [
      ...columns.values,
      ...read.values,
      ...update.values,
      ...comment.values,
      id,
    ] as Knex.RawBinding[];
    type Row = SchemaChangeHead & Narrowed;
    const rows = tx
      ? (await tx.raw<{ rows: Row[] }>(text, values)).rows
      : await this.prepared.rows<Row>(text, values);
    return rows[0];
  }

  /** Those of some changes that the policy lets the viewer read. */
  async among(
    ids: readonly string[],
    viewer: Onlooker,
    read: Criterion,
  ): Promise<SchemaChangeHead[]> {
    if (ids.length === 0) return [];
    const columns = headColumns('schema_changes', viewer);
    const policy = applyCriteria(read);
    return this.prepared.rowsPlannedAnew<SchemaChangeHead>(
      `/* SchemaChangeReadModel.among */
       select ${columns.text} from schema_changes
       where schema_changes.id = any(?::uuid[]) and (${policy.text})`,
      [...columns.values, ids, ...policy.values],
    );
  }

  /**
   * The next `limit` changes of a list that the policy lets the viewer read, what was never announced only if it is the viewer's own. The
   * page is cut before owners and answers are read, so that these are read for its rows alone.
   */
  async page(options: {
    viewer: Onlooker;
    read: Criterion;
    query: ListSchemaChangesQuery;
    after: SchemaChangeKeyset | null;
    limit: number;
  }): Promise<SchemaChangePage> {
    const { viewer, read, query, after, limit } = options;
    const columns = headColumns('page', viewer);
    const filter = schemaChangeFilter(query);
    const where = joined(
      [
        ...rowsAfter(query.sort, after),
        filter,
        applyCriteria(read),
        ownUnannounced(viewer, query),
      ],
      'and',
    );
    const inner = orderBy(query.sort, after, 'schema_changes');
    const outer = orderBy(query.sort, after, 'page');
    const text = `/* SchemaChangeReadModel.page */
       with page as materialized (
         select ${narrowColumns.join(', ')} from schema_changes
         where ${where.text}
         order by ${inner} limit ${Math.trunc(limit)})
       select ${columns.text} from page order by ${outer}`;
    const values = [...where.values, ...columns.values];
    const rows = filter.values.length
      ? await this.prepared.rowsPlannedAnew<SchemaChangeHead>(text, values)
      : await this.prepared.rows<SchemaChangeHead>(text, values);
    const last = rows[limit - 1];
    return {
      rows,
      next: last ? keysetOf(query.sort, last) : nextPart(query.sort, after),
    };
  }
}

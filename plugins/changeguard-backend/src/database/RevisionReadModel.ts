import { Knex } from 'knex';
import { RevisionRow } from './detectionTables';

/** A revision without what takes space, and whether its text is still kept. */
export interface ListedRevision extends Omit<RevisionRow, 'difference'> {
  text_kept: boolean;
}

/** A revision with how it differs from the one before. */
export interface WholeRevision extends ListedRevision {
  difference: RevisionRow['difference'];
}

const listed = [
  'id',
  'position',
  'entity_ref',
  'format',
  'version',
  'hash',
  'bytes',
  'source',
  'brought_by',
  'commit',
  'url',
  'created_at',
  'previous_id',
  'readable',
  'outcome',
  'verdict',
  'breaking',
  'dangerous',
  'non_breaking',
  'failure',
  'change_id',
].map(column => `r.${column}`);

/** Reads revisions. */
export class RevisionReadModel {
  constructor(private readonly knex: Knex) {}

  /** The newest `limit` before a position. */
  async page(
    entityRef: string,
    options: { beforePosition: string | null; limit: number },
  ): Promise<ListedRevision[]> {
    const query = this.rows()
      .comment('RevisionReadModel.page')
      .where('r.entity_ref', entityRef)
      .orderBy('r.position', 'desc')
      .limit(options.limit);
    if (options.beforePosition) {
      query.where('r.position', '<', options.beforePosition);
    }
    return query;
  }

  /** One revision, of whatever entity. */
  async find(id: string): Promise<WholeRevision | undefined> {
    return this.rows()
      .comment('RevisionReadModel.find')
      .select('r.difference')
      .where('r.id', id)
      .first<WholeRevision | undefined>();
  }

  async latest(entityRef: string): Promise<ListedRevision | undefined> {
    const [row] = await this.page(entityRef, {
      beforePosition: null,
      limit: 1,
    });
    return row;
  }

  /** What the next one is compared with: the newest that could be compared itself, or that an owner decided on. */
  async baseline(entityRef: string): Promise<ListedRevision | undefined> {
    return this.rows()
      .comment('RevisionReadModel.baseline')
      .where({ 'r.entity_ref': entityRef, 'r.readable': true })
      .orderBy('r.position', 'desc')
      .first<ListedRevision | undefined>();
  }

  private rows() {
    return this.knex('revisions as r')
      .select<ListedRevision[]>(listed)
      .select(
        this.knex.raw(
          'exists (select from definitions d where d.hash = r.hash) as text_kept',
        ),
      );
  }
}

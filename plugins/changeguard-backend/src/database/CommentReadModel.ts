import { Knex } from 'knex';
import { CommentRow } from './tables';

/** Reads the comments of changes. */
export class CommentReadModel {
  constructor(private readonly knex: Knex) {}

  async find(id: string, changeId: string): Promise<CommentRow | undefined> {
    return this.knex('comments')
      .comment('CommentReadModel.find')
      .where({ id, change_id: changeId })
      .first<CommentRow | undefined>();
  }

  /** The oldest `limit` after a position. */
  async page(
    changeId: string,
    afterPosition: string | null,
    limit: number,
  ): Promise<CommentRow[]> {
    const query = this.knex<CommentRow>('comments')
      .comment('CommentReadModel.page')
      .where({ change_id: changeId })
      .orderBy('position')
      .limit(limit);
    if (afterPosition) query.where('position', '>', afterPosition);
    return query;
  }
}

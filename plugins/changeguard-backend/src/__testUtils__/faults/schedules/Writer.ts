import { noOrigin } from '../../../audience/systemActor';
import { KnexUnitOfWork } from '../../../database/KnexUnitOfWork';
import { lockChange } from '../../../database/operations/lockChange';
import { OutboxEventWriter } from '../../../database/OutboxEventWriter';
import { SchemaChangeRow } from '../../../database/tables';
import { randomIds } from '../../../ports/Ids';

/** Who announces and comments. */
export const author = 'user:default/alice';
const ownerRefs = ['group:default/orders-team'];
const actor = { type: 'user' as const, ref: author };

/** Writes what use cases write, each step its rows and its event in one transaction. */
export class Writer {
  constructor(
    private readonly unitOfWork: KnexUnitOfWork,
    private readonly events: OutboxEventWriter,
  ) {}

  /** Announces a change and comments on it twice: with the audience's, four events. */
  story(): (() => Promise<void>)[] {
    const changeId = randomIds.next();
    return [
      () => this.announce(changeId),
      () => this.comment(changeId, 'From the next release on.'),
      () => this.comment(changeId, 'Ask @user:default/erin.'),
    ];
  }

  private announce(id: string): Promise<void> {
    return this.unitOfWork.run(async tx => {
      const [change] = await tx<SchemaChangeRow>('schema_changes')
        .insert({
          id,
          entity_ref: 'api:default/orders',
          title: 'Field note goes away',
          description: '',
          format: 'openapi',
          severity: 'breaking',
          source: 'manual',
          status: 'announced',
          created_by: author,
          announced_at: new Date(),
          audience_state: 'resolving',
        })
        .returning('*');
      await tx('schema_change_owners').insert(
        ownerRefs.map(owner_ref => ({ change_id: id, owner_ref })),
      );
      await this.events.write(tx, {
        type: 'schema-change.announced',
        actor,
        origin: noOrigin,
        change,
        ownerRefs,
        data: { before: null, after: { status: 'announced' }, reason: null },
      });
    });
  }

  private comment(changeId: string, body: string): Promise<void> {
    return this.unitOfWork.run(async tx => {
      const locked = await lockChange(tx, changeId);
      if (!locked) throw new Error('The change was not announced');
      const id = randomIds.next();
      await tx('comments').insert({
        id,
        change_id: changeId,
        author,
        body,
        mentions: '[]',
      });
      await this.events.write(tx, {
        type: 'comment.added',
        actor,
        origin: noOrigin,
        ...locked,
        data: {
          before: null,
          after: { body },
          reason: null,
          comment: { id, author, mentions: [] },
        },
      });
    });
  }
}

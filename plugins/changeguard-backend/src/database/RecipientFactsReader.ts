import { Preferences } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { Member } from '../audience/AudienceResolver';
import {
  AudienceMemberRow,
  CommentRow,
  PreferencesRow,
  SubscriptionRow,
} from './tables';

/** Reads what decides who is told. */
export class RecipientFactsReader {
  constructor(private readonly knex: Knex) {}

  /** The people behind a change, those of consumers that left excepted. */
  async members(
    changeId: string,
    role: AudienceMemberRow['role'],
    viaEntityRef?: string,
  ): Promise<(Member & { viaEntityRef: string })[]> {
    const { rows } = await this.knex.raw<{
      rows: Pick<
        AudienceMemberRow,
        'user_ref' | 'via_entity_ref' | 'via_owner_ref'
      >[];
    }>(
      `/* RecipientFactsReader.members */
       select m.user_ref, m.via_entity_ref, m.via_owner_ref from audience_members m
       where m.change_id = :changeId and m.role = :role
         and m.via_entity_ref = coalesce(cast(:viaEntityRef as text), m.via_entity_ref)
         and not exists (
           select 1 from affected_consumers c
           where c.change_id = m.change_id and c.entity_ref = m.via_entity_ref and c.left_at is not null
         )
       order by m.via_entity_ref, m.via_owner_ref, m.user_ref`,
      { changeId, role, viaEntityRef: viaEntityRef ?? null },
    );
    return rows.map(row => ({
      userRef: row.user_ref,
      viaOwnerRef: row.via_owner_ref,
      viaEntityRef: row.via_entity_ref,
    }));
  }

  followers(entityRef: string): Promise<string[]> {
    return this.subscribers(entityRef, 'follow');
  }

  async muted(entityRef: string): Promise<Set<string>> {
    return new Set(await this.subscribers(entityRef, 'mute'));
  }

  /** Who has commented on a change. */
  async participants(changeId: string): Promise<string[]> {
    const rows = await this.knex<CommentRow>('comments')
      .where({ change_id: changeId })
      .whereNull('deleted_at')
      .distinct('author')
      .orderBy('author');
    return rows.map(({ author }) => author);
  }

  async preferences(
    userRefs: readonly string[],
  ): Promise<Map<string, Preferences>> {
    const rows = await this.knex<PreferencesRow>('preferences')
      .whereRaw('user_ref = any(?::text[])', [[...new Set(userRefs)]])
      .select('user_ref', 'preferences');
    return new Map(
      rows.map(({ user_ref, preferences }) => [user_ref, preferences]),
    );
  }

  private async subscribers(
    entityRef: string,
    mode: SubscriptionRow['mode'],
  ): Promise<string[]> {
    const rows = await this.knex<SubscriptionRow>('subscriptions')
      .where({ entity_ref: entityRef, mode })
      .orderBy('user_ref')
      .select('user_ref');
    return rows.map(({ user_ref }) => user_ref);
  }
}

import { ListSchemaChangesQuery } from '@changeguard/backstage-plugin-changeguard-common';
import { among } from './among';
import { Onlooker } from './SchemaChangeHead';
import { joined, sql, SqlFragment } from './SqlFragment';

/**
 * What was never announced (a draft, also one that was withdrawn) is for its author, the provider's owners, and the people whom its
 * audience recorded as such.
 *
 * Most lists are of announced changes, where looking at each draft on the way costs least. A list of drafts alone starts from what is the
 * viewer's own: asking of each of 100,000 drafts whose it is took 30 to 100 ms for somebody who owns none.
 */
export function ownUnannounced(
  viewer: Onlooker,
  { status }: Pick<ListSchemaChangesQuery, 'status'>,
): SqlFragment {
  return status?.every(one => one === 'draft')
    ? startingFromOwn(viewer)
    : lookingAtEach(viewer);
}

function startingFromOwn({ ref, claims }: Onlooker): SqlFragment {
  return sql(
    `schema_changes.id in (
       select d.id from schema_changes d where d.announced_at is null and d.created_by = ?
       union all
       select d.id from schema_changes d join schema_change_owners o on o.change_id = d.id
         where d.announced_at is null and o.owner_ref = any(?)
       union all
       select d.id from schema_changes d join audience_members m on m.change_id = d.id
         where d.announced_at is null and m.user_ref = ? and m.role = 'provider')`,
    ref,
    claims,
    ref,
  );
}

function lookingAtEach({ ref, claims }: Onlooker): SqlFragment {
  return joined(
    [
      sql('schema_changes.announced_at is not null'),
      sql('schema_changes.created_by = ?', ref),
      among('schema_change_owners', 'schema_changes.id', claims),
      sql(
        `coalesce((select true from audience_members m where m.change_id = schema_changes.id and m.user_ref = ?
                   and m.role = 'provider' limit 1), false)`,
        ref,
      ),
    ],
    'or',
  );
}

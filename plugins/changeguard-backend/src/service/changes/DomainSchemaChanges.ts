import { NotFoundError } from '@backstage/errors';
import { ListSchemaChangesQuery } from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeHead } from '../../database/SchemaChangeHead';
import { keysetOf, SchemaChangeKeyset } from '../../database/schemaChangeOrder';
import {
  Narrowing,
  SchemaChangeReadModel,
} from '../../database/SchemaChangeReadModel';
import { CatalogView } from '../access/CatalogView';
import { HiddenError } from '../access/HiddenError';
import {
  maySeeByStanding,
  mayComment,
  mayEdit,
  visibleWithEntity,
} from '../access/domainRules';
import { AccessibleChange, AccessiblePage } from './SchemaChanges';
import { Viewer } from '../Viewer';

/** Most statements one page of a list costs; a viewer to whom more is hidden gets a short page and a cursor. */
const mostReads = 3;

/** Changes by the domain's own rules, and by what the catalog shows to the viewer; `narrowing` is the policy's part. */
export class DomainSchemaChanges {
  constructor(
    private readonly deps: {
      readModel: SchemaChangeReadModel;
      catalog: CatalogView;
    },
  ) {}

  async find(
    viewer: Viewer,
    id: string,
    narrowing: Narrowing,
  ): Promise<AccessibleChange> {
    const missing = `There is no schema change '${id}'`;
    const head = await this.deps.readModel.head(id, viewer, narrowing);
    if (!head) throw new NotFoundError(missing);
    if (head.policy_read && (await this.visible(viewer, [head])).length) {
      return {
        head,
        may: {
          edit: mayEdit(viewer, head) && head.policy_update,
          comment: mayComment(viewer) && head.policy_comment,
        },
      };
    }
    throw new HiddenError(missing);
  }

  async among(
    viewer: Viewer,
    ids: readonly string[],
    narrowing: Narrowing,
  ): Promise<ReadonlyMap<string, SchemaChangeHead>> {
    const heads = await this.deps.readModel.among(
      [...new Set(ids)],
      viewer,
      narrowing.read,
    );
    const visible = await this.visible(viewer, heads);
    return new Map(visible.map(head => [head.id, head]));
  }

  async list(
    viewer: Viewer,
    query: ListSchemaChangesQuery,
    start: SchemaChangeKeyset | null,
    narrowing: Narrowing,
  ): Promise<AccessiblePage> {
    const items: SchemaChangeHead[] = [];
    let after = start;
    for (let reads = 0; reads < mostReads; reads++) {
      const page = await this.deps.readModel.page({
        viewer,
        read: narrowing.read,
        query,
        after,
        // One more than asked for tells whether there is another page; after a short one, more are hidden than expected.
        limit: reads === 0 ? query.limit + 1 : 4 * query.limit,
      });
      for (const head of await this.visible(viewer, page.rows)) {
        if (items.length === query.limit) {
          return { items, next: keysetOf(query.sort, items[items.length - 1]) };
        }
        items.push(head);
      }
      after = page.next;
      if (!after) break;
    }
    return { items, next: after };
  }

  private async visible(
    viewer: Viewer,
    heads: readonly SchemaChangeHead[],
  ): Promise<SchemaChangeHead[]> {
    const byStanding = new Set(
      heads.filter(head => maySeeByStanding(viewer, head)),
    );
    const readable = await this.deps.catalog.readable(
      viewer,
      heads
        .filter(head => !byStanding.has(head) && visibleWithEntity(head))
        .map(head => head.entity_ref),
    );
    return heads.filter(
      head =>
        byStanding.has(head) ||
        (visibleWithEntity(head) && readable.has(head.entity_ref)),
    );
  }
}

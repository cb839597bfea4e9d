import { NotFoundError } from '@backstage/errors';
import {
  ConsumerDetail,
  ConsumerReadModel,
  ConsumerSketch,
} from '../../database/ConsumerReadModel';
import { CatalogView } from '../access/CatalogView';
import { HiddenError } from '../access/HiddenError';
import { Viewer } from '../Viewer';

/** The affected consumers that a viewer may see: their own, and those the catalog shows them. */
export class VisibleConsumers {
  constructor(
    private readonly deps: {
      consumerReads: ConsumerReadModel;
      catalog: CatalogView;
    },
  ) {}

  /** In the order they were found, and how many there are besides. */
  async all(
    viewer: Viewer,
    changeId: string,
  ): Promise<{ visible: ConsumerSketch[]; hidden: number }> {
    const sketches = await this.deps.consumerReads.sketches(changeId, viewer);
    const readable = await this.deps.catalog.readable(
      viewer,
      sketches
        .filter(sketch => !sketch.stands_behind)
        .map(sketch => sketch.entity_ref),
    );
    const visible = sketches.filter(
      sketch => sketch.stands_behind || readable.has(sketch.entity_ref),
    );
    return { visible, hidden: sketches.length - visible.length };
  }

  /** @throws NotFoundError - when the change has no such consumer, or it is not for this viewer to see. */
  async one(
    viewer: Viewer,
    changeId: string,
    consumerId: string,
  ): Promise<ConsumerDetail> {
    const [consumer] = await this.deps.consumerReads.details(
      changeId,
      [consumerId],
      viewer,
    );
    const missing = `There is no affected consumer '${consumerId}'`;
    if (!consumer) throw new NotFoundError(missing);
    if (
      consumer.stands_behind ||
      (await this.deps.catalog.readable(viewer, [consumer.entity_ref])).size
    ) {
      return consumer;
    }
    throw new HiddenError(missing);
  }
}

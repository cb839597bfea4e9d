import { NotAllowedError } from '@backstage/errors';
import { deliveriesManagePermission } from '@changeguard/backstage-plugin-changeguard-common';
import { DeliveryReadModel } from '../../database/DeliveryReadModel';
import { DeliveryWatchers } from '../../database/DeliveryWatchers';
import { FailureStore } from '../../database/FailureStore';
import {
  hasReplayable,
  replayDeliveries,
} from '../../database/operations/replayDeliveries';
import { mayOperate } from '../access/domainRules';
import { PolicyDecisions } from '../access/PolicyDecisions';
import { Viewer } from '../Viewer';

/** What operators do with deliveries. */
export interface Deliveries {
  reads: DeliveryReadModel;
  failures: FailureStore;
  replay: typeof replayDeliveries;
  hasReplayable: typeof hasReplayable;
}

/** The only door to deliveries: use cases are handed it, so that none can forget to ask. */
export class AuthorizedDeliveries {
  constructor(
    private readonly deps: {
      decisions: PolicyDecisions;
      reads: DeliveryReadModel;
      failures: FailureStore;
      watchers: DeliveryWatchers;
    },
  ) {}

  /** @throws NotAllowedError - for everybody but people whom the policy lets operate deliveries. */
  async open(viewer: Viewer): Promise<Deliveries> {
    const { decisions, reads, failures, watchers } = this.deps;
    if (
      !mayOperate(viewer) ||
      !(await decisions.mayDo(viewer, deliveriesManagePermission))
    ) {
      throw new NotAllowedError(
        `Deliveries are for people with the permission '${deliveriesManagePermission.name}'`,
      );
    }
    await watchers.saw(viewer.ref);
    return { reads, failures, replay: replayDeliveries, hasReplayable };
  }
}

import {
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  commentCreatePermission,
  consumerAnswerPermission,
  schemaChangeCreatePermission,
  schemaChangeReadPermission,
  schemaChangeUpdatePermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  ConsumerResource,
  consumerResourceRef,
  SchemaChangeResource,
  schemaChangeResourceRef,
} from '@changeguard/backstage-plugin-changeguard-node';
import { ShortMemo } from '../../cache/ShortMemo';
import { Criterion } from '../../database/applyCriteria';
import { Narrowing } from '../../database/SchemaChangeReadModel';
import { unavailable } from '../unavailable';
import { Viewer, viewerKey } from '../Viewer';

/** What the policy says of one change. */
export interface PolicyOfChange {
  read: boolean;
  update: boolean;
  comment: boolean;
}

const remembered = { milliseconds: 5_000, entries: 10_000 };

/**
 * What the portal's permission policy decides. Nothing is allowed while it cannot be asked.
 *
 * Decisions are remembered for five seconds, as long as the portal itself remembers who a token speaks for: asking takes a
 * request over HTTP, which would cost more than everything else that reading a list does. A policy that
 * changes its mind is obeyed that much later.
 */
export class PolicyDecisions {
  private readonly decisions = new ShortMemo<PolicyDecision[]>(remembered);
  private readonly yesOrNo = new ShortMemo<boolean>(remembered);
  private readonly toCriteria;
  private readonly appliesToChange;
  private readonly appliesToConsumer;

  constructor(
    private readonly deps: {
      permissions: PermissionsService;
      permissionsRegistry: PermissionsRegistryService;
      logger: LoggerService;
    },
  ) {
    const { permissionsRegistry } = deps;
    this.toCriteria = createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(schemaChangeResourceRef),
    );
    this.appliesToChange = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(schemaChangeResourceRef),
    );
    this.appliesToConsumer = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(consumerResourceRef),
    );
  }

  /** How the policy narrows what the viewer may do with changes. */
  async narrowing(viewer: Viewer): Promise<Narrowing> {
    const [read, update, comment] = await this.ask(viewer);
    return {
      read: this.criterion(read),
      update: this.criterion(update),
      comment: this.criterion(comment),
    };
  }

  /** What the policy lets the viewer do with a change that is known whole, so that the database need not be asked. */
  async ofChange(
    viewer: Viewer,
  ): Promise<(change: SchemaChangeResource) => PolicyOfChange> {
    const [read, update, comment] = await this.ask(viewer);
    return change => ({
      read: this.appliesToChange(read, change),
      update: this.appliesToChange(update, change),
      comment: this.appliesToChange(comment, change),
    });
  }

  /** Whether the policy lets the viewer answer, consumer by consumer. */
  async answering(
    viewer: Viewer,
  ): Promise<(consumer: ConsumerResource) => boolean> {
    const [, , , answer] = await this.ask(viewer);
    return consumer => this.appliesToConsumer(answer, consumer);
  }

  /** Whether the policy lets the viewer record changes to an entity. */
  async mayRecord(viewer: Viewer, entityRef: string): Promise<boolean> {
    return this.allowed(viewer, {
      permission: schemaChangeCreatePermission,
      resourceRef: entityRef,
    });
  }

  /** Whether the policy gives the viewer a permission that is about no resource. */
  async mayDo(viewer: Viewer, permission: BasicPermission): Promise<boolean> {
    return this.allowed(viewer, { permission });
  }

  private allowed(
    viewer: Viewer,
    request: AuthorizePermissionRequest,
  ): Promise<boolean> {
    const { permission, resourceRef = '' } = request;
    const key = `${viewerKey(viewer)}${permission.name} ${resourceRef}`;
    return this.yesOrNo.get(key, () =>
      this.reachable(async () => {
        const [decision] = await this.deps.permissions.authorize([request], {
          credentials: viewer.credentials,
        });
        return decision.result === AuthorizeResult.ALLOW;
      }),
    );
  }

  /**
   * Whether the policy lets the viewer do what is about no single thing. Not remembered: it is asked for rarely, and matters when it is.
   */
  async allows(viewer: Viewer, permission: BasicPermission): Promise<boolean> {
    return this.reachable(async () => {
      const [decision] = await this.deps.permissions.authorize(
        [{ permission }],
        { credentials: viewer.credentials },
      );
      return decision.result === AuthorizeResult.ALLOW;
    });
  }

  /** @throws NotAllowedError - when the policy does not let the viewer do it. */
  async demand(viewer: Viewer, permission: BasicPermission): Promise<void> {
    if (!(await this.allows(viewer, permission))) {
      throw new NotAllowedError(
        `The permission '${permission.name}' is needed for this`,
      );
    }
  }

  private ask(viewer: Viewer): Promise<PolicyDecision[]> {
    return this.decisions.get(viewerKey(viewer), () =>
      this.reachable(() =>
        this.deps.permissions.authorizeConditional(
          [
            { permission: schemaChangeReadPermission },
            { permission: schemaChangeUpdatePermission },
            { permission: commentCreatePermission },
            { permission: consumerAnswerPermission },
          ],
          { credentials: viewer.credentials },
        ),
      ),
    );
  }

  private criterion(decision: PolicyDecision): Criterion {
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.toCriteria(decision.conditions)
      : decision.result === AuthorizeResult.ALLOW;
  }

  private async reachable<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw unavailable(
        this.deps.logger,
        'The permission policy cannot be asked at the moment',
        error,
      );
    }
  }
}

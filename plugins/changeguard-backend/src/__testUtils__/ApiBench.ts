import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  CatalogServiceRequestOptions,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { changeGuardPlugin } from '../plugin';
import { entitiesOf } from './entitiesOf';
import { InMemoryCatalog, sampleCatalog } from './InMemoryCatalog';
import { authorizationOf, nameOf, ownershipOf, Who } from './people';
import { ResponseContract } from './ResponseContract';
import { waitUntil } from './waitUntil';

/** An answer, checked against the OpenAPI document before a test sees it. */
export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** Typed by the document, not by TypeScript: tests say what they expect. */
  body: ReturnType<typeof JSON.parse>;
}

/** What a test may put in place of the usual. */
export interface ApiBenchOptions {
  catalog?: InMemoryCatalog;
  /** Whether the catalog shows an entity to a person or service. */
  shows?: (entityRef: string, viewer: string) => boolean;
  permissions?: Partial<PermissionsService>;
  config?: JsonObject;
  /** Configuration of others, beside `changeguard`. */
  rootConfig?: JsonObject;
  features?: BackendFeature[];
  /** Where signals go. */
  signals?: SignalPayload[];
}

/** The plugin in a started backend, on a real database, called over HTTP by several people. */
export class ApiBench {
  private constructor(
    readonly knex: Knex,
    readonly backend: TestBackend,
    readonly catalog: InMemoryCatalog,
    readonly baseUrl: string,
    private readonly scheduler: SchedulerService,
    private readonly contract: ResponseContract,
  ) {}

  static async start(
    knex: Knex,
    options: ApiBenchOptions = {},
  ): Promise<ApiBench> {
    const { shows = () => true } = options;
    const catalog = options.catalog ?? sampleCatalog();
    const catalogService = catalogServiceMock.mock({
      getEntityByRef: async ref =>
        catalogServiceMock({ entities: entitiesOf(catalog) }).getEntityByRef(
          ref,
        ),
      streamEntities: request =>
        catalogServiceMock({ entities: entitiesOf(catalog) }).streamEntities(
          request,
        ),
      getEntitiesByRefs: async (request, by) => {
        const known = catalogServiceMock({ entities: entitiesOf(catalog) });
        const { items } = await known.getEntitiesByRefs(request);
        const { credentials } = by as CatalogServiceRequestOptions;
        const viewer = nameOf(credentials);
        return {
          items: items.map((entity, index) =>
            shows(request.entityRefs[index], viewer) ? entity : undefined,
          ),
        };
      },
    });
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        changeGuardPlugin,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            ...options.rootConfig,
            app: { baseUrl: 'https://portal.example.com' },
            changeguard: {
              signing: { keys: [{ id: 'test', secret: 's'.repeat(40) }] },
              rateLimit: { writesPerMinute: 10_000, readsPerMinute: 10_000 },
              ...options.config,
            },
          },
        }),
        options.permissions
          ? mockServices.permissions.mock(options.permissions).factory
          : mockServices.permissions.factory(),
        createServiceFactory({
          service: coreServices.userInfo,
          deps: {},
          factory: () => ({
            getUserInfo: async credentials => {
              const userEntityRef = nameOf(credentials);
              return {
                userEntityRef,
                ownershipEntityRefs: ownershipOf(userEntityRef),
              };
            },
          }),
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => catalogService,
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send: async () => {} }),
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            publish: async signal => {
              options.signals?.push(signal);
            },
          }),
        }),
        ...(options.features ?? []),
      ],
    });
    const baseUrl = `http://127.0.0.1:${backend.server.port()}/api/changeguard`;
    const document = await fetch(`${baseUrl}/openapi.json`);
    return new ApiBench(
      knex,
      backend,
      catalog,
      baseUrl,
      scheduler,
      new ResponseContract(await document.json()),
    );
  }

  /** Calls a route as somebody. Every answer is checked against the document. */
  async call(
    who: Who,
    method: 'get' | 'post' | 'put' | 'delete',
    pathAndQuery: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const response = await fetch(`${this.baseUrl}${pathAndQuery}`, {
      method: method.toUpperCase(),
      headers: {
        Authorization: authorizationOf(who),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    this.contract.check(
      method,
      pathAndQuery.split('?')[0],
      answer.status,
      answer.body,
    );
    return answer;
  }

  /** Records a change as Alice, whose team owns the orders API, and waits until everybody was told. */
  async record(change: object = {}): Promise<string> {
    const { status, body } = await this.call(
      'alice',
      'post',
      '/schema-changes',
      {
        entityRef: 'api:default/orders',
        title: 'Field note goes away',
        ...change,
      },
    );
    if (status !== 201) throw new Error(JSON.stringify(body));
    await this.settled();
    return body.id;
  }

  /** The consumer of a change at an entity, as somebody sees it. */
  async consumer(who: Who, changeId: string, entityRef: string) {
    const { body } = await this.call(
      who,
      'get',
      `/schema-changes/${changeId}/consumers`,
    );
    return body.items.find(
      (item: { entityRef: string }) => item.entityRef === entityRef,
    );
  }

  /** Waits until every event has reached all its subscribers. */
  async settled(): Promise<void> {
    await waitUntil('all events are handled', async () => {
      const { rows } = await this.knex.raw(
        `select exists (select from outbox o where exists (
           select from unnest(o.required_subscribers) s where not exists (
             select from inbox i where i.event_id = o.id and i.subscriber = s))) as busy`,
      );
      return !rows[0].busy;
    });
  }

  /** Goes through the catalog for definitions that changed, as the scheduler would. */
  async sweep(): Promise<void> {
    await this.scheduler.triggerTask('changeguard-detection-sweep');
  }

  async stop(): Promise<void> {
    await this.backend.stop();
  }
}

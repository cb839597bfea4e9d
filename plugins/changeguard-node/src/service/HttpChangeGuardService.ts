import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  AffectedConsumer,
  AnswerForConsumerInput,
  ChangeGuardClient,
  ListSchemaChangesInput,
  RecordSchemaChangeInput,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  ChangeGuardService,
  ChangeGuardServiceOptions,
} from './ChangeGuardService';

/** {@link ChangeGuardService} over HTTP, with a token made for the caller's credentials on every request. */
export class HttpChangeGuardService implements ChangeGuardService {
  constructor(
    private readonly deps: { auth: AuthService; discovery: DiscoveryService },
  ) {}

  async record(
    change: RecordSchemaChangeInput,
    options: ChangeGuardServiceOptions & { idempotencyKey?: string },
  ) {
    return this.client(options.credentials).call('recordSchemaChange', {
      body: change,
      idempotencyKey: options.idempotencyKey,
    });
  }

  async get(id: string, options: ChangeGuardServiceOptions) {
    return this.client(options.credentials).call('getSchemaChange', {
      params: { id },
    });
  }

  async list(
    query: ListSchemaChangesInput,
    options: ChangeGuardServiceOptions,
  ) {
    return this.client(options.credentials).call('listSchemaChanges', {
      query,
    });
  }

  async announce(
    id: string,
    options: ChangeGuardServiceOptions & { reason?: string },
  ) {
    return this.client(options.credentials).call('updateSchemaChange', {
      params: { id },
      body: { status: 'announced', reason: options.reason },
    });
  }

  async comment(
    changeId: string,
    body: string,
    options: ChangeGuardServiceOptions & { idempotencyKey?: string },
  ) {
    return this.client(options.credentials).call('addComment', {
      params: { id: changeId },
      body: { body },
      idempotencyKey: options.idempotencyKey,
    });
  }

  async listConsumers(changeId: string, options: ChangeGuardServiceOptions) {
    const client = this.client(options.credentials);
    const all: AffectedConsumer[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.call('listConsumers', {
        params: { id: changeId },
        query: { limit: 100, cursor },
      });
      all.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return all;
  }

  async answer(
    changeId: string,
    consumerId: string,
    answer: AnswerForConsumerInput,
    options: ChangeGuardServiceOptions,
  ) {
    return this.client(options.credentials).call('answerForConsumer', {
      params: { id: changeId, consumerId },
      body: answer,
    });
  }

  private client(credentials: BackstageCredentials): ChangeGuardClient {
    const { auth, discovery } = this.deps;
    return new ChangeGuardClient({
      getBaseUrl: () => discovery.getBaseUrl('changeguard'),
      fetch: async (input, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: credentials,
          targetPluginId: 'changeguard',
        });
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    });
  }
}

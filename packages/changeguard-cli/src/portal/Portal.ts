import {
  ChangeGuardClient,
  OperationRequest,
  OperationResponse,
} from '@changeguard/backstage-plugin-changeguard-common';
import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import { explainFailure, notOfOurs } from './explainFailure';
import { fetchPatiently } from './fetchPatiently';

/** What pipelines ask for; every answer has an outcome. */
type PipelineOperation = 'checkDefinition' | 'publishRevision';

/** ChangeGuard in a portal, as a pipeline reaches it. */
export class Portal {
  private readonly client: ChangeGuardClient;

  constructor(
    private readonly options: {
      /** Of the backend, without a slash at the end. */
      url: string;
      /** Of the pages, without a slash at the end; where none is named they are taken to be where the backend is. */
      appUrl?: string;
      token?: string;
      /** How long one answer may take. */
      timeoutMs: number;
    },
  ) {
    this.client = new ChangeGuardClient({
      getBaseUrl: async () => `${options.url}/api/changeguard`,
      fetch: this.fetch,
    });
  }

  /**
   * Calls one operation.
   *
   * @throws Error - in one sentence that says what to do
   */
  async call<TName extends PipelineOperation>(
    name: TName,
    request: OperationRequest<TName>,
  ): Promise<OperationResponse<TName>> {
    try {
      const answer = await this.client.call(name, request);
      // Whatever else answers at that address says nothing of the kind.
      if (typeof Object(answer).outcome === 'string') return answer;
    } catch (error) {
      throw explainFailure(error, this.options.url);
    }
    throw notOfOurs(this.options.url);
  }

  /** The address of a page. */
  pageOf(path: string): string {
    return `${this.options.appUrl ?? this.options.url}${path}`;
  }

  /**
   * The address of the form that announces a change to an entity; undefined unless somebody named the address of the pages, since no
   * answer of the portal says where the form is.
   */
  announcePage(entityRef: string): string | undefined {
    if (!this.options.appUrl) return undefined;
    const query = new URLSearchParams({ entityRef });
    return this.pageOf(`/changeguard/changes/new?${query}`);
  }

  private readonly fetch: typeof fetch = async (input, init) => {
    const { token, timeoutMs } = this.options;
    const dispatcher = new EnvHttpProxyAgent();
    const headers = {
      ...(init?.headers as Record<string, string>),
      ...(token && { Authorization: `Bearer ${token}` }),
    };
    try {
      return await fetchPatiently(async () => {
        const answer = await undiciFetch(String(input), {
          method: init?.method,
          body: init?.body as string | undefined,
          headers,
          dispatcher,
          signal: AbortSignal.timeout(timeoutMs),
        });
        // Read here, within the time; what callers get is the same with its body at hand.
        return new Response(await answer.arrayBuffer(), {
          status: answer.status,
          statusText: answer.statusText,
          headers: [...answer.headers],
        });
      });
    } finally {
      await dispatcher.close();
    }
  };
}

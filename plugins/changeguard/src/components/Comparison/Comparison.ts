import { toError } from '@backstage/errors';
import type {
  DefinitionCheck,
  DefinitionCheckResult,
} from '@changeguard/backstage-plugin-changeguard-common';
import type { ChangeGuardApi } from '@changeguard/backstage-plugin-changeguard-react';

/** Where a comparison stands; a result, or a failure, belongs to what was asked. */
export interface ComparisonState {
  /** Milliseconds since the epoch; undefined when none is running. */
  since?: number;
  of?: DefinitionCheck;
  result?: DefinitionCheckResult;
  error?: Error;
}

/**
 * How long nobody may look, in milliseconds, before the page counts as left: a form that is drawn anew listens only once it has loaded
 * who one is, and the change; whoever really left occupies the server that much longer.
 */
const LEFT_AFTER = 2_000;

/**
 * Compares a definition with another on the server, which stores nothing. It outlives the page that shows it, which the portal draws anew
 * when its theme changes. Its states: *empty*, until asked, when told to forget, and once the page is left: what was found then grows
 * old; *running*, beside the result before; *compared* or *failed*; back to the result before when it is cancelled.
 */
export class Comparison {
  private current: ComparisonState = {};
  private running?: AbortController;
  private readonly pages = new Set<() => void>();
  private leaving?: ReturnType<typeof setTimeout>;

  /** @param onLeft - nobody needs it any more. */
  constructor(
    private readonly api: ChangeGuardApi,
    private readonly onLeft: () => void,
  ) {}

  readonly state = (): ComparisonState => this.current;

  readonly subscribe = (page: () => void) => {
    clearTimeout(this.leaving);
    this.pages.add(page);
    return () => {
      this.pages.delete(page);
      if (this.pages.size > 0) return;
      this.leaving = setTimeout(() => {
        this.forget();
        this.onLeft();
      }, LEFT_AFTER);
    };
  };

  async compare(asked: DefinitionCheck): Promise<void> {
    this.running?.abort();
    const controller = new AbortController();
    this.running = controller;
    const { signal } = controller;
    const { of, result } = this.current;
    this.become({ since: Date.now(), of, result });
    try {
      const found = await this.api.call('checkDefinition', {
        body: asked,
        signal,
      });
      if (!signal.aborted) this.become({ of: asked, result: found });
    } catch (error) {
      if (!signal.aborted) this.become({ of: asked, error: toError(error) });
    }
  }

  cancel(): void {
    this.running?.abort();
    const { of, result, error } = this.current;
    this.become({ of, result, error });
  }

  forget(): void {
    this.running?.abort();
    this.become({});
  }

  private become(state: ComparisonState): void {
    this.current = state;
    for (const page of this.pages) page();
  }
}

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

/** How often to look, in milliseconds, whether a page has been left that nobody draws just now. */
const LOOK_EVERY = 1_000;

/**
 * Compares a definition with another on the server, which stores nothing. It outlives what draws it: the portal draws a page anew when
 * its theme changes, and a page that has yet to load draws no form for as long as that takes. What ends it is that the browser is
 * somewhere else. Its states: *empty*, until asked, when told to forget, and once the page is left: what was found then grows old;
 * *running*, beside the result before; *compared* or *failed*; back to the result before when it is cancelled.
 */
export class Comparison {
  private current: ComparisonState = {};
  private running?: AbortController;
  private readonly pages = new Set<() => void>();
  private looking?: ReturnType<typeof setInterval>;

  /**
   * @param address - where the browser is.
   * @param onLeft - nobody needs it any more.
   */
  constructor(
    private readonly api: ChangeGuardApi,
    private readonly address: () => string,
    private readonly onLeft: () => void,
  ) {}

  readonly state = (): ComparisonState => this.current;

  readonly subscribe = (page: () => void) => {
    const drawnAt = this.address();
    clearInterval(this.looking);
    this.pages.add(page);
    return () => {
      this.pages.delete(page);
      if (this.pages.size > 0 || this.leaveUnlessAt(drawnAt)) return;
      // Whoever leaves before it is drawn again tells nobody.
      this.looking = setInterval(() => this.leaveUnlessAt(drawnAt), LOOK_EVERY);
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

  private leaveUnlessAt(address: string): boolean {
    if (this.address() === address) return false;
    clearInterval(this.looking);
    this.forget();
    this.onLeft();
    return true;
  }

  private become(state: ComparisonState): void {
    this.current = state;
    for (const page of this.pages) page();
  }
}

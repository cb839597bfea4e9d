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
 * Compares a definition with another on the server, which stores nothing. It outlives the page that shows it, which the portal draws anew
 * when its theme changes. Its states: *empty*, until asked or when told to forget; *running*, beside the result before; *compared* or
 * *failed*; back to the result before when it is cancelled, which it is, too, when the page is left.
 */
export class Comparison {
  private current: ComparisonState = {};
  private running?: AbortController;
  private readonly pages = new Set<() => void>();

  constructor(private readonly api: ChangeGuardApi) {}

  readonly state = (): ComparisonState => this.current;

  readonly subscribe = (page: () => void) => {
    this.pages.add(page);
    return () => {
      this.pages.delete(page);
      // A page that is drawn anew subscribes right after the one it replaces has gone.
      queueMicrotask(() => {
        if (this.pages.size === 0) this.cancel();
      });
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

import {
  ChangeGuardEvent,
  ChangeGuardEventType,
} from '@changeguard/backstage-plugin-changeguard-common';

/**
 * Consumes ChangeGuard's events in the backend.
 *
 * `handle` runs at least once per event and, unless the process dies between its end and the mark, exactly once: what was
 * handled is remembered by event id. A rejection brings the event again with growing delays; events of one change wait
 * for it. Use `event.id` as the key of effects elsewhere.
 *
 * @public
 */
export interface ChangeGuardSubscriber {
  /** Lower case letters, digits and dashes; names the subscription `changeguard-<id>`. Never change it: it is stored. */
  id: string;
  /** The events it wants; all when left out. */
  types?: readonly ChangeGuardEventType[];
  /** Does its work and resolves; `signal` aborts when time is up. */
  handle(
    event: ChangeGuardEvent,
    context: { signal: AbortSignal },
  ): Promise<void>;
}

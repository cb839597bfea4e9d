import type {
  FailingEvent,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import { sampleFailingEvent } from '@changeguard/backstage-plugin-changeguard-react/testUtils';

const failures: Partial<FailingEvent>[] = [
  {
    subscriber: 'traffic',
    attempts: 41,
    lastError: 'TypeError: Cannot read properties of null (reading "team")',
  },
  { subscriber: 'audit', lastError: 'The database is read-only' },
  {
    subscriber: null,
    attempts: 7,
    lastError:
      'Publishing failed because Google Pub/Sub does not answer (14 UNAVAILABLE: No connection established)',
    lastFailedAt: null,
    nextAttemptAt: new Date(Date.now() + 45_000).toISOString(),
  },
];

/** Events of a change that do not get on, one of every kind. */
export function createFailingEvents(
  change: SchemaChangeSummary,
): FailingEvent[] {
  return failures.map(failure =>
    sampleFailingEvent({
      changeId: change.id,
      changeTitle: change.title,
      ...failure,
    }),
  );
}

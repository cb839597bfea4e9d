import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { withDeadline } from '../actors/withDeadline';
import { ShortMemo } from '../cache/ShortMemo';
import { DeliveryReadModel } from '../database/DeliveryReadModel';
import { FailureStore } from '../database/FailureStore';
import { OutboxStore } from '../outbox/OutboxStore';
import { Standing } from './Meters';

/** However often and by how many gauges it is asked, the database is asked once in this time. */
const rememberedMs = 15_000;
const deadlineMs = 5_000;

/** Reads what the gauges tell. Nobody collects them in a portal without an OpenTelemetry SDK, and then nothing is read. */
export class StandingReader {
  private readonly memo = new ShortMemo<Standing | undefined>({
    milliseconds: rememberedMs,
    entries: 1,
  });

  constructor(
    private readonly deps: {
      outbox: OutboxStore;
      failures: FailureStore;
      deliveries: DeliveryReadModel;
      logger: LoggerService;
    },
  ) {}

  /** Undefined while it cannot be read: a gap in a graph is truer than a zero. */
  readonly read = (): Promise<Standing | undefined> =>
    this.memo.get('standing', async () => {
      try {
        return await withDeadline(
          () => this.ask(),
          deadlineMs,
          'Reading the gauges',
        );
      } catch (error) {
        this.deps.logger.warn('The gauges were not read', toError(error));
        return undefined;
      }
    });

  private async ask(): Promise<Standing> {
    const { outbox, failures, deliveries } = this.deps;
    const [backlog, failing, channels] = await Promise.all([
      outbox.backlog(),
      failures.bySubscriber(),
      deliveries.backlog(),
    ]);
    return {
      outbox: backlog,
      failing,
      channels: channels.map(
        ({ channel, oldest_due_at, overdue_ms, ...states }) => ({
          channel,
          states,
          overdueMs: overdue_ms ?? 0,
        }),
      ),
    };
  }
}

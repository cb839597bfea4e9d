import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationChannel } from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { WorkLoop } from '../actors/WorkLoop';
import { Ids } from '../ports/Ids';
import { Meters } from '../telemetry/Meters';
import { Traces } from '../telemetry/Traces';
import { DeliveryStore } from './DeliveryStore';
import { DeliveryWorker } from './DeliveryWorker';

/** Batches that one replica sends at the same time: single messages several, so that a slow mail server is kept busy. */
function concurrencyOf({ batchSize = 1 }: NotificationChannel): number {
  return batchSize > 1 ? 1 : 4;
}

/** The loops that keep every channel's deliveries moving. */
export function createDeliveryLoops(options: {
  knex: Knex;
  channels: readonly NotificationChannel[];
  ids: Ids;
  random: () => number;
  logger: LoggerService;
  meters: Meters;
  traces: Traces;
  pollMs: number;
  leaseMs: number;
  /** Some deliveries of a channel ended, or will be tried again later. */
  onMoved?: (channels: readonly string[]) => void;
}): WorkLoop[] {
  const { knex, channels, ids, random, logger, pollMs, leaseMs, onMoved } =
    options;
  const { meters, traces } = options;
  const deliveries = new DeliveryStore(knex);
  return channels.flatMap(channel => {
    const worker = new DeliveryWorker({
      channel,
      deliveries,
      ids,
      random,
      logger,
      meters,
      traces,
      leaseMs,
      onMoved: () => onMoved?.([channel.id]),
    });
    return Array.from(
      { length: concurrencyOf(channel) },
      (_, index) =>
        new WorkLoop({
          name: `Delivery worker ${index + 1} of ${channel.id}`,
          work: () => worker.deliver(),
          pollMs,
          logger,
        }),
    );
  });
}

import type { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { NotificationLedger } from '../../../plugins/changeguard-backend/src/database/NotificationLedger';
import { DeliveryLedger } from '../../../plugins/changeguard-backend/src/deliveries/DeliveryLedger';
import type { SchemaChangeRow } from '../../../plugins/changeguard-backend/src/database/tables';
import { median } from '../compare';
import type { Row } from '../Row';
import { OutboxLab } from './OutboxLab';

const RECIPIENTS = 10_000;
const ROUNDS = 7;

const message: Omit<ChannelMessage, 'eventId' | 'changeId'> = {
  entityRef: 'api:default/orders-api',
  type: 'announced',
  topic: 'breaking-change',
  severity: 'breaking',
  title: 'Property legacyId goes away',
  body: 'orders-api breaks in 20 days',
  link: '/changeguard',
  at: '2026-11-01T09:00:00.000Z',
  change: {
    title: 'Property legacyId goes away',
    description: 'Nobody reads it since spring.',
    severity: 'breaking',
    status: 'announced',
    effectiveAt: '2026-12-01T00:00:00.000Z',
    sunsetAt: null,
    migrationGuide: 'Read orderId instead.',
    replacement: null,
    findings: [],
  },
  comment: null,
};

const people = Array.from(
  { length: RECIPIENTS },
  (_, index) => `user:default/person-${index}`,
);

/**
 * What is written when ten thousand people are to be told, against commits of a single row: the ledger of their deliveries, which is held
 * to a goal, and their notifications, which are printed.
 */
export async function measureLedger(server: string): Promise<Row[]> {
  const lab = await OutboxLab.open(server, 'bench_ledger');
  await lab.knex.raw('create table single (at timestamptz not null)');
  await lab.recordChange();
  const change = await lab
    .knex<SchemaChangeRow>('schema_changes')
    .first('id', 'severity');
  if (!change) throw new Error('The change was not recorded');

  const ledger = new DeliveryLedger({ ids: lab.ids });
  const freeze = () =>
    lab.unitOfWork.run(tx =>
      ledger.freeze(
        tx,
        'backstage',
        { ...message, eventId: lab.ids.next(), changeId: change.id },
        people.map(userRef => ({ userRef, reason: 'you own checkout-web' })),
      ),
    );
  const inbox = new NotificationLedger({ ids: lab.ids });
  const notify = () =>
    lab.unitOfWork.run(tx =>
      inbox.add(
        tx,
        { eventId: lab.ids.next(), change, link: message.link },
        people.map(recipient => ({
          recipient,
          type: message.type,
          title: message.title,
          body: message.body,
        })),
      ),
    );
  const single = () =>
    lab.unitOfWork.run(tx => tx.raw('insert into single values (now())'));

  const times = { freeze: [], notify: [], single: [] } as Record<
    'freeze' | 'notify' | 'single',
    number[]
  >;
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (let commit = 0; commit < 100; commit++) {
      times.single.push(await timed(single));
    }
    times.freeze.push(await timed(freeze));
    times.notify.push(await timed(notify));
  }
  await lab.close();

  const commit = median(times.single);
  const row = (id: string, what: string, ms: number, goal: number | null) => ({
    id,
    what: `${what} of ${RECIPIENTS} recipients against commits of one row`,
    figure: ms / commit,
    goal,
    unit: '×',
    detail: `${ms.toFixed(0)} ms against ${commit.toFixed(2)} ms`,
  });
  return [
    row('fan-out-ledger', 'ledger', median(times.freeze), 400),
    row('fan-out-notifications', 'notifications', median(times.notify), null),
  ];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

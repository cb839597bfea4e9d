import { randomUUID } from 'crypto';
import { Client } from 'pg';
import { endLeasesSql } from './endLeasesSql';
import { newCheckpointKey } from '../newCheckpointKey';
import { FaultPlan } from './FaultPlan';
import { BrokerName } from './brokers/Broker';
import { createBroker } from './brokers/createBroker';
import { Instance, Surroundings } from './Instance';
import { Journal } from './Journal';
import { leaseMs } from './times';

/** Real services that all runs share. */
export interface Services {
  postgresUrl: string;
  redisUrl: string;
  /** Name of a migrated database, from which each run gets its own. */
  template: string;
}

/** What a run is made of. */
export interface Setting {
  services: Services;
  broker: BrokerName;
}

/** Google's client takes up to 45 s to notice that a stream fell silent. */
const patienceMs = 90_000;

/** Work that is left, and leases that reach further than they may. */
const restSql = `
  select
    (select count(*)::int from outbox where finished_at is null) as events,
    (select count(*)::int from deliveries where state = 'pending') as deliveries,
    (select count(*)::int from transport_messages) as messages,
    (select count(*)::int from audit_unsealed) as records,
    (select count(*)::int from audit_seals
     where seq > (select coalesce(max(seq), 0) from audit_checkpoints)) as unsigned,
    (select count(*)::int from (
      select lease_until from outbox
      union all select lease_until from deliveries
      union all select lease_until from transport_messages
      union all select lease_until from audit_sealer
    ) leases where lease_until > clock_timestamp() + $1 * interval '1 millisecond') as "longLeases"`;

interface Rest {
  events: number;
  deliveries: number;
  messages: number;
  /** Audit records that wait for their seal. */
  records: number;
  /** Seals that wait for a checkpoint. */
  unsigned: number;
  longLeases: number;
}

/**
 * One run's world: a database of its own, what left the portal, and one instance after the other: an abandoned one is
 * replaced at once.
 */
export class World {
  readonly journal = new Journal();
  /** Leases seen to reach beyond their bound. */
  longLeases = 0;
  private readonly instances: Instance[] = [];
  private surroundings!: Surroundings;
  private current!: Promise<Instance>;
  private closing = false;

  private constructor(
    readonly plan: FaultPlan,
    /** A connection without doors. */
    readonly database: Client,
    private readonly services: Services,
    private readonly name: string,
  ) {}

  static async create(
    { services, broker }: Setting,
    plan: FaultPlan,
  ): Promise<World> {
    const name = `faults_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(
      services,
      `create database ${name} template ${services.template}`,
    );
    const database = new Client({
      connectionString: `${services.postgresUrl}/${name}`,
    });
    // It is dropped below this connection.
    database.on('error', () => {});
    await database.connect();
    const world: World = new World(plan, database, services, name);
    world.surroundings = {
      databaseUrl: `${services.postgresUrl}/${name}`,
      redisUrl: new URL(services.redisUrl),
      secret: name.padEnd(40, '-'),
      checkpointKey: newCheckpointKey(),
      plan,
      journal: world.journal,
      broker: createBroker(broker),
    };
    return world;
  }

  /** Starts the first instance. */
  async start(): Promise<void> {
    this.current = this.startInstance();
    await this.current;
  }

  /** The instance that serves, once it does. */
  instance(): Promise<Instance> {
    return this.current;
  }

  /** Another instance, without a shared cache and with nothing in its own. */
  uncached(): Promise<Instance> {
    return this.another({ redisUrl: null });
  }

  /** Waits until nothing is left to do; answers what is left when that takes too long. */
  async settle(): Promise<string | null> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const rest = await this.rest();
      const { events, deliveries, messages, records, unsigned } = rest;
      if (events + deliveries + messages + records + unsigned === 0)
        return null;
      if (Date.now() > end) {
        return `${events} events, ${deliveries} deliveries, ${messages} messages, ${records} audit records and ${unsigned} seals without a checkpoint were not settled within ${patienceMs} ms`;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.instances.map(instance => instance.stop()));
    await this.surroundings.broker.close();
    await this.database.end();
    await asAdmin(this.services, `drop database ${this.name} with (force)`);
  }

  private async rest(): Promise<Rest> {
    const { rows } = await this.database.query<Rest>(restSql, [leaseMs]);
    const [rest] = rows;
    this.longLeases += rest.longLeases;
    const { broker } = this.surroundings;
    return { ...rest, messages: rest.messages + broker.backlog() };
  }

  private async startInstance(): Promise<Instance> {
    const instance = await this.another({});
    instance.life.onEnd(() => {
      this.plan.abandoned();
      if (!this.closing) this.current = this.replace();
    });
    return instance;
  }

  /** As after the time that leases take to end: the only one who held any is gone. */
  private async replace(): Promise<Instance> {
    await this.database.query(endLeasesSql);
    this.surroundings.broker.endLeases();
    return this.startInstance();
  }

  private async another(differently: Partial<Surroundings>) {
    const instance = await Instance.start({
      ...this.surroundings,
      ...differently,
    });
    this.instances.push(instance);
    return instance;
  }
}

/** Runs a statement on the server rather than on a run's database. */
export async function asAdmin(
  { postgresUrl }: Pick<Services, 'postgresUrl'>,
  sql: string,
): Promise<void> {
  const admin = new Client({ connectionString: `${postgresUrl}/postgres` });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

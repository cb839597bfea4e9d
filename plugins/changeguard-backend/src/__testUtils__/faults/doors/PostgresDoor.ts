import { Knex } from 'knex';
import type { Client } from 'pg';
import { FaultMode, FaultPlan } from '../FaultPlan';
import { Life, never } from '../Life';
import { pointName } from '../scope';
import { pollOf, PollResult, statementName } from './statementName';

type Answer = (error: Error | null, result?: PollResult) => void;
type Query = (...args: unknown[]) => unknown;

/** A connection as knex uses it, and the socket below it. */
type Connection = Omit<Client, 'query'> & {
  query: Query;
  connection: { stream: { destroy(): void; pause(): void } };
};

/** A statement that counts. */
interface Point {
  name: string;
  /** For one that looks for work: whether it found some. */
  found?: (result: PollResult) => boolean;
}

/** Said on every new connection, by knex and by us; how many are opened depends on what happens at the same time. */
const greeting = /^(select version\(\);|\/\* boundTransactions \*\/)/;

function pointOf([query]: unknown[]): Point | null {
  const sql =
    typeof query === 'string' ? query : (query as { text: string }).text;
  if (greeting.test(sql)) return null;
  const statement = statementName(sql);
  return { name: pointName('postgres', statement), found: pollOf(statement) };
}

/**
 * Stands between knex and PostgreSQL: every statement, BEGIN and COMMIT among them, is a point. A call that fails loses its connection, as
 * it would in a network; one that hangs reached the server, whose answers do not come through any more.
 */
export class PostgresDoor {
  constructor(
    private readonly plan: FaultPlan,
    private readonly life: Life,
    private readonly queryTimeoutMs: number,
  ) {}

  standBefore(knex: Knex): void {
    const acquire = knex.client.acquireRawConnection.bind(knex.client);
    knex.client.acquireRawConnection = async () => {
      if (this.life.over) return never();
      const connection: Connection = await acquire();
      this.life.onEnd(() => connection.connection.stream.destroy());
      const query = connection.query.bind(connection);
      connection.query = (...args: unknown[]) =>
        typeof args.at(-1) === 'function'
          ? this.send(
              connection,
              query,
              args.slice(0, -1),
              args.at(-1) as Answer,
            )
          : new Promise((resolve, reject) =>
              this.send(connection, query, args, (error, result) =>
                error ? reject(error) : resolve(result),
              ),
            );
      return this.life.over ? never() : connection;
    };
  }

  private send(
    connection: Connection,
    query: Query,
    args: unknown[],
    listener: Answer,
  ): unknown {
    if (this.life.over) return undefined;
    const { stream } = connection.connection;
    const point = pointOf(args);
    const mode = this.atSending(point);
    const answer: Answer = (error, result) => {
      if (!this.life.over) listener(error, result);
    };
    if (mode === 'before') stream.destroy();
    const sent = query(...args, (error: Error | null, result?: PollResult) => {
      switch (mode ?? this.atAnswer(point, result)) {
        case 'abandon':
          return this.life.end();
        case 'after':
          stream.destroy();
          return answer(
            error ?? new Error('Connection terminated unexpectedly'),
          );
        case 'hang':
          // The driver itself notices a silence that began before the answer; one that begins with it is left to us.
          stream.pause();
          return error
            ? answer(error)
            : setTimeout(
                () => answer(new Error('Query read timeout')),
                this.queryTimeoutMs,
              );
        default:
          return answer(error, result);
      }
    });
    if (mode === 'hang') stream.pause();
    return sent;
  }

  private atSending(point: Point | null): FaultMode | null {
    if (!point) return null;
    const { name, found } = point;
    return found ? this.plan.passPoll(name) : this.plan.pass(name);
  }

  private atAnswer(
    point: Point | null,
    result: PollResult | undefined,
  ): FaultMode | null {
    if (!point?.found || !result || !point.found(result)) return null;
    return this.plan.pass(point.name);
  }
}

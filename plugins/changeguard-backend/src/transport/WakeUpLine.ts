import { Knex } from 'knex';
import type { Client } from 'pg';

const CHANNEL = 'changeguard_transport';
/** A NOTIFY takes a lock of the whole database at commit, so a busy publisher rings once in this time at most. */
const QUIET_MS = 50;
const RECONNECT_MS = 5_000;

/**
 * Rings subscriptions in this process at once, and those in other replicas through LISTEN/NOTIFY. Only a hint: whoever
 * misses one polls. Behind a pooler that shares connections between transactions no hint arrives, and polling remains.
 *
 * States: silent → `open` → listening ⇄ reconnecting → `close` → silent.
 */
export class WakeUpLine {
  private readonly bells = new Set<() => void>();
  private connection?: Client;
  private opening?: Promise<void>;
  private reconnectTimer?: NodeJS.Timeout;
  private notifyTimer?: NodeJS.Timeout;
  private notifiedAt = 0;
  private closed = false;

  constructor(private readonly knex: Knex) {}

  add(bell: () => void): void {
    this.bells.add(bell);
    this.opening ??= this.listen();
  }

  remove(bell: () => void): void {
    this.bells.delete(bell);
  }

  /** Something was published. */
  ring(): void {
    for (const bell of this.bells) bell();
    if (this.notifyTimer || this.closed) return;
    const quietFor = Date.now() - this.notifiedAt;
    this.notifyTimer = setTimeout(
      () => this.notify(),
      Math.max(0, QUIET_MS - quietFor),
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.notifyTimer);
    clearTimeout(this.reconnectTimer);
    await this.opening;
    await this.connection?.end().catch(() => {});
    this.connection = undefined;
  }

  private notify(): void {
    this.notifyTimer = undefined;
    this.notifiedAt = Date.now();
    this.knex.raw(`notify ${CHANNEL}`).catch(() => {
      // The others poll.
    });
  }

  private async listen(): Promise<void> {
    if (this.closed) return;
    try {
      const connection: Client = await this.knex.client.acquireRawConnection();
      const lost = () => {
        if (this.connection !== connection) return;
        this.connection = undefined;
        this.reconnect();
      };
      connection.on('error', lost);
      connection.on('end', lost);
      connection.on('notification', () => {
        for (const bell of this.bells) bell();
      });
      this.connection = connection;
      await connection.query(`listen ${CHANNEL}`);
      for (const bell of this.bells) bell();
    } catch {
      this.connection = undefined;
      this.reconnect();
    }
  }

  private reconnect(): void {
    if (this.closed) return;
    this.reconnectTimer = setTimeout(() => {
      this.opening = this.listen();
    }, RECONNECT_MS);
  }
}

import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import {
  toMillis,
  WireMessage,
  WireReceivedMessage,
  WireSubscription,
} from './protocol';
import { PullStream } from './PullStream';

/** One message of one subscription: waiting, or leased to a stream until `until`. */
interface Copy {
  message: WireMessage;
  attempts: number;
  /** When it may be delivered, while it waits. */
  dueAt: number;
  lease?: { ackId: string; stream: PullStream; until: number };
}

/** What a subscription does wrong on purpose. */
export interface SubscriptionFaults {
  /** Delivers every message twice. */
  duplicate: boolean;
  /** Delivers the newest first and cares for no key. */
  reorder: boolean;
  /** So many acknowledgements are lost. */
  loseAcknowledgements: number;
}

/**
 * A subscription as Pub/Sub keeps it. Messages of one key go, in their order, to one stream, possibly several before the
 * first is acknowledged; when one is given back or its lease ends, it comes again with all later ones of its key.
 */
export class SimulatedSubscription {
  readonly faults: SubscriptionFaults = {
    duplicate: false,
    reorder: false,
    loseAcknowledgements: 0,
  };
  topic: string;
  private copies: Copy[] = [];
  private readonly streams = new Set<PullStream>();
  private timer?: NodeJS.Timeout;

  constructor(
    readonly settings: WireSubscription,
    private readonly backoffMs?: number,
  ) {
    this.topic = settings.topic;
  }

  /** Messages that nobody acknowledged yet. */
  get backlog(): number {
    return this.copies.length;
  }

  get leased(): number {
    return this.copies.filter(({ lease }) => lease).length;
  }

  add(message: WireMessage): void {
    for (let n = this.faults.duplicate ? 2 : 1; n > 0; n--) {
      const copy = { message, attempts: 0, dueAt: 0 };
      if (this.faults.reorder) this.copies.unshift(copy);
      else this.copies.push(copy);
    }
    this.schedule(0);
  }

  attach(stream: PullStream): void {
    this.streams.add(stream);
    this.schedule(0);
  }

  /** What was leased to the stream stays so until the leases end, as when a replica dies. */
  detach(stream: PullStream): void {
    this.streams.delete(stream);
  }

  endStreams(code: number, details: string): void {
    for (const stream of [...this.streams]) {
      this.detach(stream);
      stream.end(code, details);
    }
  }

  acknowledge(ackIds: readonly string[]): void {
    for (const copy of this.leasedTo(ackIds)) {
      if (this.faults.loseAcknowledgements > 0) {
        this.faults.loseAcknowledgements -= 1;
        this.bringBack(copy, 0);
      } else {
        this.release(copy);
        this.copies.splice(this.copies.indexOf(copy), 1);
      }
    }
    this.schedule(0);
  }

  modifyDeadline(ackIds: readonly string[], seconds: number): void {
    for (const copy of this.leasedTo(ackIds)) {
      if (seconds === 0) this.bringBack(copy, this.backoff(copy));
      else if (copy.lease) copy.lease.until = Date.now() + seconds * 1_000;
    }
    this.schedule(0);
  }

  /** Ends all leases now. */
  expireLeases(): void {
    for (const copy of this.copies) {
      if (copy.lease) this.bringBack(copy, 0);
    }
    this.schedule(0);
  }

  remove(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.copies = [];
    this.endStreams(status.NOT_FOUND, 'Subscription does not exist');
  }

  /** Those of the leased messages that these acknowledge. */
  messagesOf(ackIds: readonly string[]): WireMessage[] {
    return this.leasedTo(ackIds).map(({ message }) => message);
  }

  private deliver(): void {
    const now = Date.now();
    for (const copy of this.copies) {
      if (copy.lease && copy.lease.until <= now) {
        this.bringBack(copy, this.backoff(copy));
      }
    }
    const batches = new Map<PullStream, WireReceivedMessage[]>();
    const blocked = new Set<string>();
    const streamOf = new Map<string, PullStream>();
    for (const copy of this.copies) {
      const key = this.faults.reorder ? '' : copy.message.orderingKey;
      if (copy.lease) {
        if (key) streamOf.set(key, copy.lease.stream);
        continue;
      }
      const stream = blocked.has(key)
        ? undefined
        : this.streamFor(copy, now, streamOf.get(key));
      if (!stream) {
        if (key) blocked.add(key);
        continue;
      }
      if (key) streamOf.set(key, stream);
      const batch = batches.get(stream) ?? [];
      batches.set(stream, [...batch, this.lease(copy, stream, now)]);
    }
    for (const [stream, messages] of batches) stream.send(messages);
    this.scheduleNext(now);
  }

  private streamFor(
    copy: Copy,
    now: number,
    holder: PullStream | undefined,
  ): PullStream | undefined {
    if (copy.dueAt > now) return undefined;
    const candidates = holder ? [holder] : [...this.streams];
    return candidates
      .filter(stream => this.streams.has(stream) && stream.hasRoom())
      .sort((a, b) => a.outstanding - b.outstanding)[0];
  }

  private lease(
    copy: Copy,
    stream: PullStream,
    now: number,
  ): WireReceivedMessage {
    const ackId = randomUUID();
    copy.attempts += 1;
    copy.lease = { ackId, stream, until: now + stream.ackDeadlineMs };
    stream.take(copy.message.data.length);
    return { ackId, message: copy.message, deliveryAttempt: 0 };
  }

  private release(copy: Copy): void {
    copy.lease?.stream.release(copy.message.data.length);
    copy.lease = undefined;
  }

  private bringBack(copy: Copy, delayMs: number): void {
    const dueAt = Date.now() + delayMs;
    this.release(copy);
    copy.dueAt = dueAt;
    const { orderingKey } = copy.message;
    if (!orderingKey || this.faults.reorder) return;
    for (const later of this.copies.slice(this.copies.indexOf(copy) + 1)) {
      if (later.message.orderingKey === orderingKey) {
        this.release(later);
        later.dueAt = dueAt;
      }
    }
  }

  private backoff(copy: Copy): number {
    if (this.backoffMs !== undefined) return this.backoffMs;
    const { retryPolicy } = this.settings;
    const least = toMillis(retryPolicy?.minimumBackoff) ?? 0;
    const most = toMillis(retryPolicy?.maximumBackoff) ?? least;
    return Math.min(most, least * 2 ** (copy.attempts - 1));
  }

  private leasedTo(ackIds: readonly string[]): Copy[] {
    const wanted = new Set(ackIds);
    return this.copies.filter(({ lease }) => lease && wanted.has(lease.ackId));
  }

  private scheduleNext(now: number): void {
    const times = this.copies
      .map(({ lease, dueAt }) => (lease ? lease.until : dueAt))
      .filter(time => time > now);
    if (times.length > 0) this.schedule(Math.min(...times) - now);
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.deliver(), delayMs);
  }
}

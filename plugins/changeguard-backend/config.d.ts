import { HumanDuration } from '@backstage/types';

export interface Config {
  changeguard?: {
    /**
     * What carries events from the outbox to the subscribers: `postgres` (the default, needs nothing else), or the kind of a
     * transport that a module adds, such as `google-pubsub`.
     */
    transport?: string;
    cache?: {
      /**
       * Where composed reads, counters and rate limits are kept, e.g. `redis://host:6379`. Without it each process keeps its own.
       * @visibility secret
       */
      redisUrl?: string;
    };
    signing?: {
      /**
       * Sign cursors and the links in mails: the first signs, all verify, so keys can be rotated. Required in production, the same
       * on all replicas.
       */
      keys?: Array<{
        id: string;
        /**
         * At least 32 characters.
         * @visibility secret
         */
        secret: string;
      }>;
    };
    audit?: {
      /**
       * Ed25519 private key in PEM that signs the checkpoints and exports of the audit trail. Required in production, the same on all
       * replicas.
       * @visibility secret
       */
      checkpointKey?: string;
      /** Ed25519 public keys in PEM, of keys that were replaced: what they signed is still verified. */
      formerPublicKeys?: string[];
      /**
       * Whether a person's data may be erased from the audit trail by those who have the permission `changeguard.audit.erase`. Off by
       * default, because a portal without a permission policy gives every permission to everybody.
       */
      allowErasure?: boolean;
    };
    /** How long things are kept. */
    retention?: {
      /** Resolved and withdrawn changes, with all that belongs to them. Default: 2 years. */
      resolvedChanges?: HumanDuration | string;
      /** Revisions of definitions, but for the newest of each entity and those of open changes. Default: 1 year. */
      revisions?: HumanDuration | string;
      /** Default: 90 days. */
      notifications?: HumanDuration | string;
      /** Outbox, inbox and settled deliveries. Default: 30 days, at least 8, which is more than brokers keep messages. */
      events?: HumanDuration | string;
      /** Default: for ever. */
      auditRecords?: HumanDuration | string;
    };
    outbox?: {
      /**
       * How long the subscribers have for an event before it is published again, because the broker may have lost it. Handling it
       * twice has no second effect. Default: 2 minutes.
       */
      republishAfter?: HumanDuration | string;
    };
    /** Per signed-in person or service. */
    rateLimit?: {
      /** Default: 60. */
      writesPerMinute?: number;
      /** Default: 600. */
      readsPerMinute?: number;
      /** Exports of the audit trail. Default: 6. */
      exportsPerMinute?: number;
    };
    /** Comparing the definitions of entities. */
    detection?: {
      /** Between two sweeps of the catalog for definitions that changed. Default: 5 minutes. */
      interval?: HumanDuration | string;
      /**
       * As what a change begins that was detected because a definition breaks: only its owners see a `draft`, everybody affected is
       * told of what is `announced` at once. Default: draft.
       */
      breakingChanges?: 'draft' | 'announced';
      /**
       * Levels of rules, by their id. An entity raises and lowers its own with the annotation `changeguard.io/levels`, a request with
       * `levels`.
       */
      levels?: {
        [rule: string]: 'breaking' | 'dangerous' | 'non-breaking' | 'muted';
      };
      /**
       * Where the pages of docs/rules are read: an address with `{rule}`, and with `{format}` where each format has a page of its
       * own. Browsers read it; it is checked here, so that a portal does not start with one that leads nowhere.
       */
      ruleDocsUrl?: string;
      /** Longest definition in bytes. Default: 16777216. */
      definitionBytes?: number;
      /** Threads that compare, at most. Default: 1. */
      threads?: number;
      /** Memory of one comparison in MB, without the texts. Default: 192. */
      memoryMb?: number;
      /** How long one comparison may take. Default: 30 seconds. */
      timeout?: HumanDuration | string;
      /** Comparisons that may wait for a thread, as long as their texts are not longer than eight of the longest; more are told to come again. Default: 100. */
      queue?: number;
    };
    limits?: {
      /** Longest request body in bytes. Default: 1048576. */
      bodyBytes?: number;
    };
  };
}

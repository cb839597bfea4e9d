import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AffectedConsumer,
  AnswerForConsumerInput,
  Comment,
  ListSchemaChangesInput,
  RecordSchemaChangeInput,
  SchemaChange,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';

/** What every call takes. @public */
export interface ChangeGuardServiceOptions {
  /** On whose behalf; the same rules hold as on the HTTP API. */
  credentials: BackstageCredentials;
}

/**
 * ChangeGuard for other backend plugins. Every call is one request to the HTTP API on behalf of the given credentials, so
 * that permissions, limits and audit are the same, wherever ChangeGuard's backend runs.
 *
 * @public
 */
export interface ChangeGuardService {
  /** Records a change, announced unless `status` is `draft`. */
  record(
    change: RecordSchemaChangeInput,
    options: ChangeGuardServiceOptions & { idempotencyKey?: string },
  ): Promise<SchemaChange>;
  /** One change with its findings; a NotFoundError when the caller may not read it. */
  get(id: string, options: ChangeGuardServiceOptions): Promise<SchemaChange>;
  /** One page of the changes that the caller may read. */
  list(
    query: ListSchemaChangesInput,
    options: ChangeGuardServiceOptions,
  ): Promise<{ items: SchemaChangeSummary[]; nextCursor: string | null }>;
  /** Announces a draft, or re-opens a resolved change. */
  announce(
    id: string,
    options: ChangeGuardServiceOptions & { reason?: string },
  ): Promise<SchemaChange>;
  /** Comments in markdown; people and groups are mentioned by their refs. */
  comment(
    changeId: string,
    body: string,
    options: ChangeGuardServiceOptions & { idempotencyKey?: string },
  ): Promise<Comment>;
  /** All affected consumers that the caller may read. */
  listConsumers(
    changeId: string,
    options: ChangeGuardServiceOptions,
  ): Promise<AffectedConsumer[]>;
  /** Answers for a consumer, as one of its owners. */
  answer(
    changeId: string,
    consumerId: string,
    answer: AnswerForConsumerInput,
    options: ChangeGuardServiceOptions,
  ): Promise<AffectedConsumer>;
}

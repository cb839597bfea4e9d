import {
  OperationName,
  OperationResponse,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { z } from 'zod';
import { RequestOrigin } from '../database/EventWriter';
import { Precondition } from './Precondition';
import { SentDefinition } from './revisions/SentDefinition';
import { Viewer } from './Viewer';

type Operations = typeof operations;
type Part<
  TName extends OperationName,
  K extends 'params' | 'query' | 'body',
> = Operations[TName] extends Record<K, infer S extends z.ZodType>
  ? z.output<S>
  : undefined;

/** The fields of an operation that bring definitions. */
type DefinitionField<TName extends OperationName> = Operations[TName] extends {
  definitions: readonly (infer F)[];
}
  ? F
  : never;

/** A checked body, in which the fields that bring definitions are not text any more. */
type WithDefinitions<TBody, TField> = {
  [K in keyof TBody]: K extends TField
    ? SentDefinition | Exclude<TBody[K], string>
    : TBody[K];
};

/** A checked request of one operation, and who sent it. */
export interface UseCaseRequest<TName extends OperationName> {
  operation: TName;
  viewer: Viewer;
  origin: RequestOrigin;
  params: Part<TName, 'params'>;
  query: Part<TName, 'query'>;
  body: WithDefinitions<Part<TName, 'body'>, DefinitionField<TName>>;
  precondition: Precondition;
  idempotencyKey: string | null;
}

/** What an operation answers. */
export interface UseCaseResult<TName extends OperationName> {
  body: OperationResponse<TName>;
  /** The version of what is answered, for the `ETag`. */
  version?: number;
}

/** Does one operation of the API. */
export type UseCase<TName extends OperationName> = (
  request: UseCaseRequest<TName>,
) => Promise<UseCaseResult<TName>>;

/** All of them: one that is missing does not compile. */
export type UseCases = { [TName in OperationName]: UseCase<TName> };

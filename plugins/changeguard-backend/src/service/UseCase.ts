import {
  OperationName,
  OperationResponse,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { z } from 'zod';
import { RequestOrigin } from '../database/EventWriter';
import { Precondition } from './Precondition';
import { Viewer } from './Viewer';

type Operations = typeof operations;
type Part<
  TName extends OperationName,
  K extends 'params' | 'query' | 'body',
> = Operations[TName] extends Record<K, infer S extends z.ZodType>
  ? z.output<S>
  : undefined;

/** A checked request of one operation, and who sent it. */
export interface UseCaseRequest<TName extends OperationName> {
  viewer: Viewer;
  origin: RequestOrigin;
  params: Part<TName, 'params'>;
  query: Part<TName, 'query'>;
  body: Part<TName, 'body'>;
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

import { status } from '@grpc/grpc-js';

/** A call that is answered with a gRPC status. */
export class CallError extends Error {
  constructor(readonly code: status, message: string) {
    super(message);
  }
}

export function notFound(name: string): CallError {
  return new CallError(
    status.NOT_FOUND,
    `Resource not found (resource=${name})`,
  );
}

import { toError } from '@backstage/errors';
import { STATUS } from './callOptions';

/** The gRPC status code of an error, where it has one. */
export function statusOf(error: unknown): number | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'number' ? code : undefined;
}

/** What a failed call means to an operator, in one sentence that starts with what was tried. */
export function explain(tried: string, error: unknown): string {
  const { message } = toError(error);
  switch (statusOf(error)) {
    case STATUS.permissionDenied:
    case STATUS.unauthenticated:
      return `${tried} was refused: give the service account the role roles/pubsub.editor, or create topic and subscriptions yourself and set changeguard.googlePubSub.topology to verify (${message})`;
    case STATUS.unavailable:
    case STATUS.deadlineExceeded:
      return `${tried} failed because Google Pub/Sub does not answer (${message})`;
    default:
      return `${tried} failed: ${message}`;
  }
}

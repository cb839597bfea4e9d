import { ResponseError } from '@backstage/errors';

interface FieldProblem {
  pointer: string;
  message: string;
}

/** Why the portal did not do what it was asked, in a sentence that says what to do. */
export function explainFailure(error: unknown, url: string): Error {
  if (error instanceof ResponseError) return explainAnswer(error, url);
  const { name, message, cause } = error as Error;
  // Such as a page of a proxy, or one of the portal itself.
  if (name === 'SyntaxError') return notOfOurs(url);
  if (name === 'TimeoutError') {
    return new Error(`${url} did not answer in time; see --timeout.`);
  }
  const reason = cause instanceof Error ? cause.message : message;
  return new Error(`${url} could not be reached: ${reason}`, { cause: error });
}

/** What answers is something else. */
export function notOfOurs(url: string): Error {
  return new Error(
    `${url} answers no JSON of ChangeGuard: --url must name the portal's backend.`,
  );
}

function explainAnswer(error: ResponseError, url: string): Error {
  const { status } = error.response;
  const words = error.body.error.message;
  switch (status) {
    case 400:
      return new Error(
        [`${url} refuses: ${words}`, ...fieldsOf(error, words)].join('\n  '),
      );
    case 401:
      return new Error(
        `${url} does not know who asks: set CHANGEGUARD_TOKEN to a token of its external access (${words}).`,
      );
    case 403:
      return new Error(
        `${url} does not allow it: ${words}. Of a service the token's accessRestrictions must name the permission; a person must be who may do it.`,
      );
    case 413:
      return new Error(
        `${url} takes no definition of this size (${words}); see changeguard.detection.definitionBytes.`,
      );
    default:
      return new Error(`${url} answers ${status}: ${words}`);
  }
}

/** Which fields are wrong and why, without what was said already. */
function fieldsOf(error: ResponseError, said: string): string[] {
  const { fields } = error.body.error as { fields?: FieldProblem[] };
  return Array.isArray(fields)
    ? fields
        .filter(({ message }) => !said.includes(message))
        .map(({ pointer, message }) => `${pointer}: ${message}`)
    : [];
}

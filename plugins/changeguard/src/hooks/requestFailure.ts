/** One bad field, as the API names it. */
export interface FieldFailure {
  /** A JSON pointer into the body that was sent, such as `/findings/0/message`. */
  pointer: string;
  code: string;
  message: string;
}

/** What went wrong with a request, in the shape that screens draw. */
export interface RequestFailure {
  /** The HTTP status; undefined when no answer came at all. */
  status: number | undefined;
  message: string;
  fields: FieldFailure[];
}

interface AnsweredError {
  message: string;
  statusCode?: number;
  body?: { error?: { message?: unknown; fields?: unknown } };
}

function isFieldFailure(value: unknown): value is FieldFailure {
  const field = value as FieldFailure | null;
  return (
    typeof field?.pointer === 'string' && typeof field?.message === 'string'
  );
}

/**
 * Reads an error of a call: status, the message people can read, and the fields a 400 lists. Looks at the shape and not
 * at the class, because a portal may hold two copies of `@backstage/errors`.
 */
export function requestFailure(error: unknown): RequestFailure {
  const answered = (error ?? {}) as AnsweredError;
  const told = answered.body?.error;
  const fields = Array.isArray(told?.fields)
    ? told.fields.filter(isFieldFailure)
    : [];
  return {
    status: answered.statusCode,
    message:
      (typeof told?.message === 'string' && told.message) ||
      answered.message ||
      String(error),
    fields,
  };
}

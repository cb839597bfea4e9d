/** An error as the API client throws it for an answer that is not a success. */
export function answeredError(
  statusCode: number,
  message: string,
  fields: { pointer: string; code: string; message: string }[] = [],
): Error {
  return Object.assign(new Error(message), {
    statusCode,
    body: { error: { message, fields } },
  });
}

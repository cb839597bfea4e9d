/**
 * A value of a definition as text. Unlike `String` it never calls what the definition calls `toString`.
 */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}

/**
 * Whether PostgreSQL can keep a text: not with a NUL character, nor with half of a surrogate pair, which `text` takes and `jsonb` refuses, so
 * that the event that carries it could never be handled.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

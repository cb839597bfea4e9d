/** A value without what PostgreSQL cannot keep: definitions may escape a NUL, or half of a surrogate pair, in a name. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') {
    return value.replace(/\0|\p{Surrogate}/gu, '\uFFFD') as T;
  }
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, storable(one)]),
  ) as T;
}

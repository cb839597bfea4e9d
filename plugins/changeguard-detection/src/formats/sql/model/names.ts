/** A name as PostgreSQL writes it: in quotes where it needs them. */
export function quoted(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}

/** A name within others, such as `public.orders.id`. */
export function pathOf(...names: readonly string[]): string {
  return names.map(quoted).join('.');
}

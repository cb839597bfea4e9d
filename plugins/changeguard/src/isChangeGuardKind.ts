const kinds = ['api', 'component', 'resource'];

/** Whether entities of a kind can offer a schema, however the kind is spelt. */
export function isChangeGuardKind(kind: string): boolean {
  return kinds.includes(kind.toLowerCase());
}

/**
 * What every signed-in person may do. ChangeGuard's rules (who owns the provider, who owns a consumer)
 * narrow its permissions further; allowing one here never widens them.
 *
 * Named instead of matched by pattern: what a plugin brings along later is then decided by somebody,
 * not by how it was spelt.
 */
export const everyonesPermissions: ReadonlySet<string> = new Set([
  'catalog.entity.read',
  'catalog.entity.refresh',
  'catalog.entity.validate',
  'catalog.location.read',
  'catalog.location.analyze',

  'changeguard.schema-change.read',
  'changeguard.schema-change.create',
  'changeguard.schema-change.update',
  'changeguard.comment.create',
  'changeguard.consumer.answer',
  'changeguard.gate.override',
]);

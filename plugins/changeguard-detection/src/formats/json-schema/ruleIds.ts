import { Reason, ReasonKind } from '../../schema-containment/Reason';

/** Which rule judges a reason, when new readers read old data and when old readers read new data. */
const IDS: Record<ReasonKind, readonly [backward: string, forward: string]> = {
  type: ['type-narrowed', 'type-widened'],
  enum: ['enum-value-removed', 'enum-value-added'],
  minimum: ['minimum-raised', 'minimum-lowered'],
  maximum: ['maximum-lowered', 'maximum-raised'],
  'multiple-of': ['multiple-of-narrowed', 'multiple-of-widened'],
  'min-length': ['min-length-raised', 'min-length-lowered'],
  'max-length': ['max-length-lowered', 'max-length-raised'],
  pattern: ['pattern-narrowed', 'pattern-widened'],
  format: ['format-narrowed', 'format-widened'],
  'min-items': ['min-items-raised', 'min-items-lowered'],
  'max-items': ['max-items-lowered', 'max-items-raised'],
  'unique-items': ['unique-items-added', 'unique-items-removed'],
  contains: ['contains-narrowed', 'contains-widened'],
  'item-closed': ['item-closed', 'item-opened'],
  'min-properties': ['min-properties-raised', 'min-properties-lowered'],
  'max-properties': ['max-properties-lowered', 'max-properties-raised'],
  required: ['required-property-added', 'required-property-removed'],
  'property-closed': ['property-closed', 'property-opened'],
  'property-undeclared': ['property-declared', 'property-undeclared'],
  'property-names': ['property-names-narrowed', 'property-names-widened'],
  not: ['refused-value-added', 'refused-value-removed'],
  undecidable: ['undecidable-backward', 'undecidable-forward'],
};

/** The rule of a reason. */
export function ruleIdOf(
  reason: Reason,
  direction: 'backward' | 'forward',
): string {
  const [backward, forward] =
    reason.kind === 'enum' && reason.name === 'enum'
      ? ['enum-added', 'enum-removed']
      : IDS[reason.kind];
  return direction === 'backward' ? backward : forward;
}

import { typeText } from '../model/ColumnType';
import { pathOf, quoted } from '../model/names';
import { Column, Constraint, Policy, Relation } from '../model/Relation';
import { wordingOf } from '../parser/wording';
import { isNextValue } from '../replay/addColumn';

/** What is stored when a writer names nothing; the name of a sequence says nothing. */
export function fallbackText({ fallback }: Column): string | null {
  if (!fallback) return null;
  return isNextValue(fallback) ? 'nextval()' : wordingOf(fallback);
}

/** A column as text. */
export function columnText(column: Column): string {
  const fallback = fallbackText(column);
  return [
    column.type ? typeText(column.type) : 'unknown',
    ...(column.notNull ? ['not null'] : []),
    ...(fallback ? [`default ${fallback}`] : []),
    ...(column.identity ? [`generated ${column.identity} as identity`] : []),
    ...(column.generated
      ? [`generated always as (${wordingOf(column.generated)})`]
      : []),
  ].join(' ');
}

/** A relation's columns as text. */
export function relationText({ kind, columns }: Relation): string {
  return `${kind} (${[...columns.keys()].sort().map(quoted).join(', ')})`;
}

/** A constraint as text, without its name and what a foreign key does; the order of columns that are unique together is none. */
export function constraintText(constraint: Constraint): string {
  const { kind, columns, expressions, where, references, notes } = constraint;
  const parts = expressions.map(wordingOf);
  const names = columns.map(quoted);
  const inner =
    kind === 'check' || kind === 'exclusion'
      ? parts.join(', ')
      : [
          ...(kind === 'foreign key' ? names : names.sort()),
          ...parts.sort(),
        ].join(', ');
  return [
    `${kind} (${inner})`,
    ...(references
      ? [
          `references ${references.relation} (${references.columns
            .map(quoted)
            .join(', ')})`,
        ]
      : []),
    ...(where ? [`where ${wordingOf(where)}`] : []),
    ...notes,
  ].join(' ');
}

/** A policy as text. */
export function policyText(policy: Policy): string {
  return [
    policy.isPermissive ? 'permissive' : 'restrictive',
    `for ${policy.command} to ${policy.roles.join(', ')}`,
    ...(policy.using ? [`using (${policy.using})`] : []),
    ...(policy.check ? [`with check (${policy.check})`] : []),
  ].join(' ');
}

/** The path of a part of a relation. */
export function partPath({ schema, name }: Relation, part: string): string {
  return pathOf(schema, name, part);
}

import { Rule } from '../../../Rule';

/** Columns of tables, attributes of types, and what domains hold. */
export const columnRules: readonly Rule[] = [
  {
    id: 'column-removed',
    severity: 'breaking',
    purpose: 'Every statement that names the column is refused.',
    message: 'The column {path} is gone.',
    twin: 'column-added',
  },
  {
    id: 'column-added',
    severity: 'non-breaking',
    purpose:
      'Writers may leave it out, and readers name the columns that they read.',
    message: 'The column {path} is new: {after}.',
    twin: 'column-removed',
  },
  {
    id: 'required-column-added',
    severity: 'breaking',
    side: 'writer',
    purpose:
      'Writers that do not know the column are refused, because it has to have a value and no default.',
    message:
      'The column {path} is new, and every writer has to fill it: {after}.',
    twin: 'column-removed',
  },
  {
    id: 'column-renamed',
    severity: 'breaking',
    purpose: 'Statements that use the old name are refused.',
    message: 'The column {before} is called {path} now.',
    twin: { waiver: 'A rename is its own opposite.' },
  },
  {
    id: 'column-type-changed',
    severity: 'breaking',
    purpose:
      "PostgreSQL does not assign the old type to the new one, or a client's driver makes another kind of value of it.",
    message: '{path} was {before}, and is {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'column-type-narrowed',
    severity: 'breaking',
    side: 'writer',
    purpose:
      'Values that were accepted are refused or cut: the new type does not hold all that the old one did.',
    message: '{path} was {before}, and holds only {after} now.',
    twin: 'column-type-widened',
  },
  {
    id: 'column-type-widened',
    severity: 'dangerous',
    side: 'reader',
    purpose:
      'Readers may get values that the old type did not have, such as numbers that overflow their own.',
    message: '{path} was {before}, and may hold any {after} now.',
    twin: 'column-type-narrowed',
  },
  {
    id: 'column-size-raised',
    severity: 'non-breaking',
    side: 'reader',
    purpose:
      'Drivers make the same kind of value of it, only longer ones than before.',
    message: '{path} was {before}, and may be as long as {after} now.',
    twin: 'column-type-narrowed',
  },
  {
    id: 'column-type-changed-safely',
    severity: 'non-breaking',
    purpose:
      'PostgreSQL assigns the old type to the new one, and readers get the same kind of value.',
    message: '{path} was {before}, and is {after}.',
    twin: 'column-type-changed',
  },
  {
    id: 'column-collation-changed',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'Text sorts and compares in another way.',
    message: '{path} was collated by {before}, and is by {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'column-became-not-null',
    severity: 'breaking',
    side: 'writer',
    purpose: 'Writers that give NULL, or nothing, are refused.',
    message: '{path} has to have a value now.',
    twin: 'column-became-nullable',
  },
  {
    id: 'column-became-nullable',
    severity: 'breaking',
    side: 'reader',
    purpose: 'Readers that rely on a value meet NULL.',
    message: '{path} may be NULL now.',
    twin: 'column-became-not-null',
  },
  {
    id: 'column-default-added',
    severity: 'non-breaking',
    purpose: 'Writers that name a value go on as before.',
    message: '{path} is {after} where nothing is given.',
    twin: 'column-default-removed',
  },
  {
    id: 'column-default-removed',
    severity: 'dangerous',
    side: 'writer',
    purpose: 'Writers that leave it out store NULL in place of the default.',
    message: '{path} was {before} where nothing is given, and is NULL now.',
    twin: 'column-default-added',
  },
  {
    id: 'required-column-default-removed',
    severity: 'breaking',
    side: 'writer',
    purpose:
      'Writers that leave it out are refused, because it has to have a value and no default any more.',
    message:
      '{path} was {before} where nothing is given, and has to be given now.',
    twin: 'column-default-added',
  },
  {
    id: 'column-default-changed',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'Rows of writers that leave it out have another value.',
    message: '{path} was {before} where nothing is given, and is {after} now.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'column-became-generated',
    severity: 'breaking',
    side: 'writer',
    purpose: 'Writers that give a value are refused.',
    message: '{path} is computed now: {after}.',
    twin: 'column-no-longer-generated',
  },
  {
    id: 'column-no-longer-generated',
    severity: 'breaking',
    side: 'reader',
    purpose: 'Nobody fills the column any more unless a writer does.',
    message: '{path} was computed, and is not any more: {before}.',
    twin: 'column-became-generated',
  },
  {
    id: 'column-expression-changed',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'The column holds other values for the same row.',
    message: '{path} was computed as {before}, and is as {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'identity-became-always',
    severity: 'breaking',
    side: 'writer',
    purpose: 'Writers that give a value are refused.',
    message: '{path} always counts by itself now.',
    twin: 'identity-became-by-default',
  },
  {
    id: 'identity-became-by-default',
    severity: 'non-breaking',
    purpose: 'Writers may give a value, and need not.',
    message: '{path} counts by itself only where nothing is given.',
    twin: 'identity-became-always',
  },
  {
    id: 'attribute-removed',
    severity: 'breaking',
    purpose:
      'Values of the type have a part less: what names it, or writes all parts in a row, is refused.',
    message: 'The attribute {path} is gone.',
    twin: 'attribute-added',
  },
  {
    id: 'attribute-added',
    severity: 'breaking',
    side: 'writer',
    purpose:
      'Values of the type that are written as a row have a part too few, and are refused.',
    message: 'The attribute {path} is new: {after}.',
    twin: 'attribute-removed',
  },
];

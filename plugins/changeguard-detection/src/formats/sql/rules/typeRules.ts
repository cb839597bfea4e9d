import { Rule } from '../../../Rule';

/** Types that the schema defines. */
export const typeRules: readonly Rule[] = [
  {
    id: 'type-removed',
    severity: 'breaking',
    purpose: 'Statements that name the type are refused.',
    message: 'The type {path} is gone.',
    twin: 'type-added',
  },
  {
    id: 'type-added',
    severity: 'non-breaking',
    purpose: 'Nothing that worked before names a new type.',
    message: 'The type {path} is new.',
    twin: 'type-removed',
  },
  {
    id: 'type-renamed',
    severity: 'breaking',
    purpose: 'Statements that cast to the old name are refused.',
    message: '{before} is called {path} now.',
    twin: { waiver: 'A rename is its own opposite.' },
  },
  {
    id: 'type-definition-changed',
    severity: 'breaking',
    purpose: 'Values of the type have another form.',
    message: '{path} was {before}, and is {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'enum-value-removed',
    severity: 'breaking',
    side: 'writer',
    purpose: 'Writers and queries that name the value are refused.',
    message: '{path} has no value {before} any more.',
    twin: 'enum-value-added',
  },
  {
    id: 'enum-value-added',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'Readers may meet a value that they do not know.',
    message: '{path} has a new value {after}.',
    twin: 'enum-value-removed',
  },
  {
    id: 'enum-order-changed',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'Values sort and compare by the order in which they are defined.',
    message: 'The order of {path} was {before}, and is {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
];

import { Rule } from '../../../Rule';

/** Tables and views as a whole. A rule without a side concerns readers and writers alike. */
export const relationRules: readonly Rule[] = [
  {
    id: 'table-removed',
    severity: 'breaking',
    purpose: 'Every statement that names the table is refused.',
    message: 'The table {path} is gone.',
    twin: 'table-added',
  },
  {
    id: 'table-added',
    severity: 'non-breaking',
    purpose: 'Nothing that worked before names a new table.',
    message: 'The table {path} is new.',
    twin: 'table-removed',
  },
  {
    id: 'table-renamed',
    severity: 'breaking',
    purpose: 'Statements that use the old name are refused.',
    message: '{before} is called {path} now.',
    twin: { waiver: 'A rename is its own opposite.' },
  },
  {
    id: 'table-became-view',
    severity: 'breaking',
    side: 'writer',
    purpose:
      'What was written to a table may be refused by a view, or end elsewhere.',
    message: '{path} is a {after} now, and was a {before}.',
    twin: 'view-became-table',
  },
  {
    id: 'view-became-table',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'A table does not follow what the view was computed from.',
    message: '{path} is a {after} now, and was a {before}.',
    twin: 'table-became-view',
  },
  {
    id: 'relation-kind-changed',
    severity: 'dangerous',
    purpose:
      'Views that are stored are as old as their last refresh, and tables elsewhere have other promises; statements such as REFRESH fail on the other kind.',
    message: '{path} is a {after} now, and was a {before}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'table-partitioning-changed',
    severity: 'breaking',
    purpose:
      'A table cannot begin or cease to be partitioned in place: it is made anew, rows outside of all partitions are refused, and grants and change streams go with the old one.',
    message: '{path} was partitioned by {before}, and is by {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'table-became-partition',
    severity: 'breaking',
    side: 'writer',
    purpose: 'Rows that lie outside of the bounds of a partition are refused.',
    message: '{path} is a partition of {after} now.',
    twin: 'table-left-partitioned-table',
  },
  {
    id: 'table-left-partitioned-table',
    severity: 'breaking',
    side: 'reader',
    purpose:
      'Readers of the partitioned table do not see its rows any more, without an error.',
    message: '{path} is no partition of {before} any more.',
    twin: 'table-became-partition',
  },
  {
    id: 'partition-bounds-changed',
    severity: 'breaking',
    side: 'writer',
    purpose:
      'Rows within the old bounds and outside of the new ones are refused.',
    message: 'The bounds of {path} were {before}, and are {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'table-became-unlogged',
    severity: 'dangerous',
    side: 'reader',
    purpose:
      'An unlogged table is empty after a crash, and never reaches replicas.',
    message: '{path} is unlogged now.',
    twin: 'table-became-logged',
  },
  {
    id: 'table-became-logged',
    severity: 'non-breaking',
    purpose: 'A logged table promises more.',
    message: '{path} is logged now.',
    twin: 'table-became-unlogged',
  },
  {
    id: 'view-removed',
    severity: 'breaking',
    side: 'reader',
    purpose: 'Every query that names the view is refused.',
    message: 'The view {path} is gone.',
    twin: 'view-added',
  },
  {
    id: 'view-added',
    severity: 'non-breaking',
    purpose: 'Nothing that worked before names a new view.',
    message: 'The view {path} is new.',
    twin: 'view-removed',
  },
  {
    id: 'view-column-removed',
    severity: 'breaking',
    side: 'reader',
    purpose: 'Queries that name the column are refused.',
    message: 'The view has no column {path} any more.',
    twin: 'view-column-added',
  },
  {
    id: 'view-column-added',
    severity: 'non-breaking',
    purpose: 'Queries name the columns that they read.',
    message: 'The view has a new column {path}.',
    twin: 'view-column-removed',
  },
  {
    id: 'view-query-changed',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'The same columns may hold other rows or values.',
    message: '{path} selects {after}, and did select {before}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'removed-after-sunset',
    severity: 'non-breaking',
    purpose:
      'A comment had announced the removal, and the day that it named has come.',
    message: '{path} is gone, as announced for {sunset}.',
    twin: { waiver: 'What is added needs no announcement.' },
  },
  {
    id: 'deprecation-announced',
    severity: 'non-breaking',
    purpose: 'Whoever uses it has time to leave before its sunset.',
    message: '{path} is deprecated, with a sunset on {after}.',
    twin: 'deprecation-withdrawn',
  },
  {
    id: 'deprecation-withdrawn',
    severity: 'non-breaking',
    purpose: 'What was to go stays.',
    message: '{path} is not deprecated any more.',
    twin: 'deprecation-announced',
  },
  {
    id: 'sunset-changed',
    severity: 'non-breaking',
    purpose: 'Plans that were made for the old day may not hold.',
    message: 'The sunset of {path} was {before}, and is {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
];

import { Format } from '../../Format';
import { compareSql } from './compare';
import { sqlRules } from './rules';

/** PostgreSQL: a dump, a script, or migrations as a JSON object of path → text. */
export const sql: Format = {
  id: 'sql',
  version: '1',
  compare: compareSql,
  rules: sqlRules,
};

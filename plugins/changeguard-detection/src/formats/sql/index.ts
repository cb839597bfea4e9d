import { Format } from '../../Format';
import { compareSql } from './compare';
import { sqlRuleSet } from './ruleSet';

/** PostgreSQL: a dump, a script, or migrations as a JSON object of path → text. */
export const sql: Format = { ...sqlRuleSet, compare: compareSql };

import { Format } from '../../Format';
import { compareAvro } from './compare';
import { avroRuleSet } from './ruleSet';

/** Avro schemas, as JSON. */
export const avro: Format = { ...avroRuleSet, compare: compareAvro };

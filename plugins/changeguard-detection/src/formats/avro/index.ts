import { Format } from '../../Format';
import { compareAvro } from './compare';
import { avroRules } from './rules';

/** Avro schemas, as JSON. */
export const avro: Format = {
  id: 'avro',
  version: '1',
  compare: compareAvro,
  rules: avroRules,
};

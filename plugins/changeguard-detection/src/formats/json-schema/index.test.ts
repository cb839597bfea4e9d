import { describeFormat } from '../../testing/describeFormat';
import { jsonSchema } from '.';

describe('json-schema', () => {
  describeFormat(jsonSchema, __dirname, ({ side }) => ({
    compatibility: side === 'reader' ? 'forward' : 'backward',
  }));
});

import { describeFormat } from '../../testing/describeFormat';
import { openApi } from '.';

describe('openapi', () => {
  describeFormat(openApi, __dirname);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../formats';
import { rulePage } from './rulePage';

describe('docs/rules', () => {
  it.each([...formats])(
    'has the page of %s as it is written now',
    (id, format) => {
      const folder = join(__dirname, '..', '..', '..', '..', 'docs', 'rules');
      expect(readFileSync(join(folder, `${id}.md`), 'utf8')).toBe(
        rulePage(format),
      );
    },
  );
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../src/formats';
import { rulePage } from '../src/documentation/rulePage';

/** Writes the pages of all formats to `docs/rules/`. */
const folder = join(__dirname, '..', '..', '..', 'docs', 'rules');
mkdirSync(folder, { recursive: true });
for (const format of formats.values()) {
  writeFileSync(join(folder, `${format.id}.md`), rulePage(format));
}

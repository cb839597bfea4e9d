import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders and files that do not go into the built portal. */
const LEFT_OUT =
  /^(node_modules|dist|dist-types|coverage|e2e-tests|__fixtures__|dev|local-portal|changeguard-cli)$|\.test\.tsx?$|\.md$/;

/** A digest of everything that the built portal is made from: changes when it must be built again. */
export function sourceFingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const file of ['yarn.lock', 'package.json']) {
    hash.update(readFileSync(join(root, file)));
  }
  for (const folder of ['packages', 'plugins']) {
    addFolder(join(root, folder), folder);
  }
  return hash.digest('hex');

  function addFolder(folder: string, name: string) {
    if (!existsSync(folder)) {
      return;
    }
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (LEFT_OUT.test(entry.name)) {
        continue;
      }
      const path = join(folder, entry.name);
      const label = `${name}/${entry.name}`;
      if (entry.isDirectory()) {
        addFolder(path, label);
      } else if (entry.isFile()) {
        hash.update(`${label}\0`).update(readFileSync(path)).update('\0');
      }
    }
  }
}

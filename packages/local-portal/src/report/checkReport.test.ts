import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReport } from './checkReport.ts';

describe('the end of npm test', () => {
  it('has a row per step and the sum alone on its last line', () => {
    const lines = checkReport(
      [
        { name: 'types', passed: 2, failed: 0, seconds: 20.4 },
        { name: 'browser', passed: 3, failed: 1, seconds: 61, note: 'why' },
      ],
      {
        chromium: {
          executablePath: '/usr/bin/chromium',
          version: 'Chromium 142',
          origin: 'the PATH',
        },
      },
    )
      .trimEnd()
      .split('\n');
    assert.equal(lines.at(-1), '5 passed, 1 failed');
    assert.ok(lines.some(line => /types +2 +0 +20 s/.test(line)));
    assert.ok(lines.includes('    why'));
    assert.ok(lines.includes('    Chromium 142 (the PATH)'));
  });
});

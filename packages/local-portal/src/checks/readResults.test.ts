import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  readJestResult,
  readPlaywrightResult,
  readTapResult,
} from './readResults.ts';

describe('what test runners write', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'results-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function written(text: string): string {
    const file = join(folder, 'result');
    writeFileSync(file, text);
    return file;
  }
  const jest = (counts: object) =>
    written(
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 0,
        numPendingTests: 0,
        numTodoTests: 0,
        numRuntimeErrorTestSuites: 0,
        ...counts,
      }),
    );

  it('is summed up for Jest, suites that did not load included', () => {
    assert.deepEqual(readJestResult(jest({}), true), {
      passed: 5,
      failed: 0,
      note: undefined,
    });
    const broken = { numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
    assert.equal(readJestResult(jest(broken), false).failed, 3);
  });

  it('counts a skipped test as failed', () => {
    const result = readJestResult(jest({ numPendingTests: 2 }), true);
    assert.equal(result.failed, 2);
    assert.match(result.note ?? '', /2 skipped/);
  });

  it('counts a runner that ended badly, or found nothing, as one failure', () => {
    assert.equal(readJestResult(jest({}), false).failed, 1);
    assert.equal(readJestResult(join(folder, 'nothing'), true).failed, 1);
  });

  it('is summed up for Playwright and for Node’s runner', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    const playwright = readPlaywrightResult(
      written(JSON.stringify({ stats })),
      false,
    );
    assert.deepEqual([playwright.passed, playwright.failed], [3, 2]);
    const tap = readTapResult(
      written('# tests 4\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 0\n'),
      false,
    );
    assert.deepEqual([tap.passed, tap.failed], [3, 1]);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastError } from './lastError.ts';

const STARTED = '{"level":"info","message":"Plugin initialization started"}';

describe('lastError', () => {
  it('is what a program printed before it ended, without the stack', () => {
    const output = [
      STARTED,
      '{"level":"error","message":"Something before"}',
      'BackendStartupError: Backend startup failed due to the following errors:',
      "  Plugin 'parcels' startup failed; caused by InputError: parcels.keep is no duration",
      '    at start (/portal/index.js:1:1)',
      '    at main (/portal/index.js:2:1) {',
      "  code: 'NO_DURATION'",
      '}',
    ].join('\n');
    assert.equal(
      lastError(output),
      "BackendStartupError: Backend startup failed due to the following errors:\n  Plugin 'parcels' startup failed; caused by InputError: parcels.keep is no duration",
    );
  });

  it('is else the last entry of the log that is an error', () => {
    const output = [
      '{"level":"error","message":"The first"}',
      '{"level":"error","message":"listen EADDRINUSE"}',
      STARTED,
      '{"level":"error","mess',
    ].join('\n');
    assert.equal(lastError(output), 'listen EADDRINUSE');
  });

  it('is none where nothing went wrong', () => {
    assert.equal(lastError(`Loading config\n${STARTED}\n`), undefined);
    assert.equal(lastError(''), undefined);
  });
});

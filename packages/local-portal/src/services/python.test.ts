import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { demandPython } from './python.ts';

const path = process.env.PATH;

afterEach(() => {
  process.env.PATH = path;
});

test('Python that is missing is a sentence that says what to install', () => {
  process.env.PATH = '';
  assert.throws(demandPython, {
    name: 'MissingServiceError',
    message:
      'Python 3 is missing (tried python3 on the PATH): install python3 (apt-get install python3).',
  });
});

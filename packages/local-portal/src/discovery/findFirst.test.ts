import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findFirst } from './findFirst.ts';
import { MissingServiceError } from './MissingServiceError.ts';

describe('findFirst', () => {
  it('takes the first way that leads somewhere and does not look at the later ones', async () => {
    const looked: string[] = [];
    const way = (name: string, value: string | undefined) => ({
      name,
      find: async () => {
        looked.push(name);
        return value;
      },
    });
    const found = await findFirst([
      way('first', undefined),
      way('second', 'here'),
      way('third', 'there'),
    ]);
    assert.deepEqual(found, { outcome: 'found', value: 'here', way: 'second' });
    assert.deepEqual(looked, ['first', 'second']);
  });

  it('says what was tried when nothing leads anywhere', async () => {
    const nowhere = { name: 'the only way', find: async () => undefined };
    assert.deepEqual(await findFirst([nowhere]), {
      outcome: 'missing',
      tried: ['the only way'],
    });
    assert.equal(
      new MissingServiceError('Redis', ['a', 'b'], 'install it').message,
      'Redis is missing (tried a, b): install it.',
    );
  });
});

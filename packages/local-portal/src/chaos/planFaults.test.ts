import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FAULT_KINDS, planFaults } from './planFaults.ts';

function firstRounds(seed: number, kinds = FAULT_KINDS.slice()) {
  const plan = planFaults({ seed, backends: 3, kinds });
  return Array.from({ length: 40 }, () => plan.next().value);
}

describe('a plan of faults', () => {
  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(firstRounds(7), firstRounds(7));
    assert.notDeepEqual(firstRounds(7), firstRounds(8));
  });

  it('has every kind within eight rounds, and kills most often', () => {
    const kinds = firstRounds(7)
      .slice(0, 8)
      .map(({ kind }) => kind);
    assert.deepEqual(new Set(kinds), new Set(FAULT_KINDS));
    assert.equal(kinds.filter(kind => kind === 'kill').length, 3);
  });

  it('never kills the backend that is frozen or dead already', () => {
    const twice = firstRounds(7).filter(
      ({ backend, alsoKills }) => backend === alsoKills,
    );
    assert.deepEqual(twice, []);
  });

  it('leaves out what was not asked for', () => {
    const kinds = firstRounds(7, ['kill', 'cut-mail']).map(({ kind }) => kind);
    assert.deepEqual(new Set(kinds), new Set(['kill', 'cut-mail']));
  });
});

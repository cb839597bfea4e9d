import { join } from 'node:path';
import { formats } from './formats';
import { FormatContract } from './testing/FormatContract';

/** Comparing every fixture of a format that starts a program for each takes longer than a test usually may. */
const PATIENCE = 60_000;

describe.each([...formats])('the format %s', (id, format) => {
  const contract = new FormatContract(format, join(__dirname, 'formats', id));

  it('names every rule once, in kebab case', () => {
    expect(contract.oddIds()).toEqual([]);
  });

  it('says of every rule why it matters and what happened', () => {
    expect(contract.wordless()).toEqual([]);
  });

  it('has a twin for every rule, or a reason for having none', () => {
    expect(contract.holes()).toEqual([]);
  });

  it('has a pair of fixtures for every rule and for nothing else', () => {
    expect(contract.strayFixtures()).toEqual([]);
  });

  it(
    'finds in every pair of fixtures its rule and no other',
    async () => {
      expect(await contract.wrongFixtures()).toEqual({});
    },
    PATIENCE,
  );

  it(
    'fills every gap of every message',
    async () => {
      expect(await contract.gaps()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'gives the findings of re-ordered and re-formatted fixtures the same fingerprints',
    async () => {
      const { tried, changed } = await contract.reworded();
      expect(changed).toEqual([]);
      // In SQL every order counts.
      expect(tried > 0).toBe(id !== 'sql');
    },
    PATIENCE,
  );

  it(
    'finds nothing in a fixture compared with itself',
    async () => {
      expect(await contract.restless()).toEqual([]);
    },
    PATIENCE,
  );
});

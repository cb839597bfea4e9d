import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChaosResult } from '../chaos/runChaos.ts';
import { chaosReport, isFailed } from './chaosReport.ts';

const fine: ChaosResult = {
  acknowledged: 120,
  lost: [],
  duplicated: [],
  mailCopies: 3,
  mailWindows: 2,
  portalCopies: 0,
  ranOn: ['PostgreSQL'],
  plan: ['after 1 ms kill backend 1 for 2 ms'],
  surprises: [],
  untold: [],
  broken: [],
  recoveries: [
    { backend: 0, seconds: 3.14 },
    { backend: 1, seconds: 31 },
  ],
  retries: 7,
};

describe('the report of a run with real processes', () => {
  it('ends with the sum', () => {
    assert.equal(isFailed(fine), false);
    assert.equal(
      chaosReport(3, fine).trimEnd().split('\n').at(-1),
      'acknowledged 120, lost 0, duplicated 0, mail copies 3 for 2 crashes in the SMTP window, slowest recovery 31.0 s',
    );
  });

  const failures: [what: string, result: Partial<ChaosResult>, says: string][] =
    [
      ['something is lost', { lost: ['It is gone'] }, 'It is gone'],
      ['something came twice', { duplicated: ['Again'] }, 'Again'],
      [
        'nobody took over what a dead one held',
        { recoveries: [{ backend: 2, seconds: 40.1 }] },
        'backend 2: 40.1 s  TOO LONG',
      ],
      [
        'something befell it that nobody did on purpose',
        { surprises: ['backend 1 ended with code 1 by itself'] },
        'backend 1 ended with code 1 by itself',
      ],
      [
        'something does not hold in the end',
        { broken: ['backend 0 says that the trail is broken'] },
        'backend 0 says that the trail is broken',
      ],
    ];
  for (const [what, result, says] of failures) {
    it(`has failed, and says why and how to see it again, when ${what}`, () => {
      const failed = { ...fine, ...result };
      assert.equal(isFailed(failed), true);
      const report = chaosReport(3, failed);
      assert.ok(report.includes(says), report);
      assert.match(report, /--seed 3/);
      assert.match(report.trimEnd().split('\n').at(-1) ?? '', /^acknowledged/);
    });
  }
});

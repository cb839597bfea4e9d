import { aimsAt, everyNth, pointsOf, pointsProved } from './planRuns';

describe('the runs of a plan', () => {
  it('are aimed at what every undisturbed run passes, in an order of their own', () => {
    expect(
      pointsOf([
        ['b', 'a', 'notify'],
        ['a', 'b'],
      ]),
    ).toEqual({ steady: ['a', 'b'], unsteady: ['notify'] });
  });

  it('have every mode of their point: what answers at once cannot hang', () => {
    expect(aimsAt(['redis: GET', 'clock: now']).map(Object.values)).toEqual([
      ['redis: GET', 'before'],
      ['redis: GET', 'after'],
      ['redis: GET', 'hang'],
      ['redis: GET', 'abandon'],
      ['clock: now', 'before'],
      ['clock: now', 'abandon'],
    ]);
  });

  it('are aimed at every port with the embedded broker, and at the calls of another one with that', () => {
    const points = ['postgres: COMMIT', 'pubsub: getTopic'];
    expect(pointsProved('pubsub', points)).toEqual(['pubsub: getTopic']);
    expect(pointsProved('embedded', points.slice(0, 1))).toEqual([
      'postgres: COMMIT',
    ]);
  });

  it('can be shared out the same way each time', () => {
    expect(everyNth([0, 1, 2, 3, 4], 2)).toEqual([0, 2, 4]);
  });
});

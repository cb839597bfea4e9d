import { Actors } from './Actors';

describe('Actors', () => {
  it('give one that was killed no turn any more, whatever wakes it', async () => {
    const actors = new Actors();
    const done: string[] = [];
    let wake: () => void = () => {};
    actors.add(async () => {
      await Promise.race([
        actors.turn(),
        new Promise<void>(resolve => {
          wake = resolve;
        }),
      ]);
      await actors.turn();
      done.push('killed');
    });
    actors.add(async () => {
      await actors.turn();
      await new Promise(setImmediate);
      done.push('alive');
    });
    await actors.step(0);
    actors.kill(0);
    await actors.step(1);
    // A step ends when its own actor stops, not when the dead one would.
    const step = actors.step(1);
    wake();
    await step;
    expect(done).toEqual(['alive']);
  });
});

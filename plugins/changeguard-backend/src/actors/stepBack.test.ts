import { execFileSync } from 'child_process';
import { getPriority } from 'os';

/** The priority of a process that was started with one, after it stepped back. */
function priorityAfter(started: number): number {
  const file = require.resolve('./stepBack');
  const script = `
    require('os').setPriority(${started});
    require(${JSON.stringify(file)}).stepBack();
    process.stdout.write(String(require('os').getPriority()));`;
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  return Number(
    execFileSync(process.execPath, ['--require', transform, '-e', script]),
  );
}

it('steps back from wherever the portal stands', () => {
  const own = getPriority();
  expect(priorityAfter(Math.max(own, 10))).toBe(Math.max(own, 10) + 5);
  expect(priorityAfter(19)).toBe(19);
});

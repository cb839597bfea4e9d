import { Agent, request } from 'node:http';
import { constants, platform, setPriority } from 'node:os';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import {
  HostileCase,
  hostileCases,
} from '../../../plugins/changeguard-detection/src/testUtils';

/** How often every status came. */
export interface BatchAnswer {
  statuses: Record<number, number>;
}

/** Which hostile pairs to have compared. */
export interface HostileBatch {
  from: number;
  to: number;
}

const CONCURRENT = 2;

/**
 * Has hostile pairs compared by a portal, two at a time, in a process of its own: what writing and sending them takes must not be measured
 * with what it does to others. Answers each batch with how often every status came.
 */
async function compareBatch(
  baseUrl: string,
  token: string,
  { from, to }: HostileBatch,
): Promise<Record<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  const left = hostileCases.slice(from, to);
  const statuses: Record<number, number> = {};
  const run = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      const sent = request(`${baseUrl}/api/changeguard/checks`, {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
      });
      sent.end(bodyOf(one));
      const [response] = await once(sent, 'response');
      response.resume();
      await once(response, 'end');
      statuses[response.statusCode] = (statuses[response.statusCode] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, run));
  agent.destroy();
  return statuses;
}

function bodyOf(one: HostileCase): Buffer {
  const base = textOf(one.base());
  const revision = one.revision ? textOf(one.revision()) : base;
  return Buffer.from(JSON.stringify({ format: one.format, base, revision }));
}

/** What is no text cannot come as JSON; what a client would make of it can. */
function textOf(written: string | Uint8Array): string {
  return typeof written === 'string'
    ? written
    : Buffer.from(written).toString();
}

/**
 * Writing hostile texts is the work of machines elsewhere: it must not take from the portal's own time. On Linux every thread has a
 * priority, of which V8 has started some, and every session one against the others.
 */
function stepBack(): void {
  const lowest = constants.priority.PRIORITY_LOW;
  if (platform() !== 'linux') {
    setPriority(lowest);
    return;
  }
  for (const thread of readdirSync('/proc/self/task')) {
    setPriority(Number(thread), lowest);
  }
  const session = '/proc/self/autogroup';
  if (existsSync(session)) writeFileSync(session, String(lowest));
}

stepBack();

const [baseUrl, token] = process.argv.slice(2);
process.on('message', async (batch: HostileBatch) => {
  const statuses = await compareBatch(baseUrl, token, batch);
  const answer: BatchAnswer = { statuses };
  process.send?.(answer);
});

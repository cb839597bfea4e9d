import { waitFor } from '../processes/waitFor.ts';
import { userToken } from '../portal/userToken.ts';
import type { Progress } from '../report/Progress.ts';
import { serviceLines } from '../report/startBlock.ts';
import type { TransportName } from './Broker.ts';
import { AUDITOR } from './askPortals.ts';
import { CASTS } from './cast.ts';
import { Cluster } from './Cluster.ts';
import { FaultRunner } from './FaultRunner.ts';
import { findBroken } from './findBroken.ts';
import { History } from './History.ts';
import { Narrators } from './Narrators.ts';
import { doneWork, openWork } from './openWork.ts';
import { planFaults, type FaultKind } from './planFaults.ts';
import { reachVerdict, type Verdict } from './reachVerdict.ts';
import { readStanding } from './readStanding.ts';
import { recoveryTimes } from './recoveryTimes.ts';
import { rehearse } from './rehearse.ts';
import { ReplicaClient } from './ReplicaClient.ts';
import { seededRandom } from './seededRandom.ts';
import { deliveryOf } from './TakenMail.ts';

/** What {@link runChaos} needs to know. */
export interface ChaosOptions {
  minutes: number;
  seed: number;
  transport: TransportName;
  kinds: readonly FaultKind[];
  /** For data and logs; the caller removes it. */
  folder: string;
  progress: Progress;
}

/** What came of a run. */
export interface ChaosResult extends Verdict {
  /** What it ran on, a line each. */
  ranOn: string[];
  /** What was inflicted, a line each. */
  plan: string[];
  /** What nobody did on purpose, a sentence each. */
  surprises: string[];
  /** Stories that could not be told to their end and how far their changes had got, a line each. */
  untold: string[];
  /** What does not hold when all is done, a sentence each. */
  broken: string[];
  /** Per kill. */
  recoveries: { backend: number; seconds: number }[];
  /** Attempts of the client that were not acknowledged. */
  retries: number;
}

/** What is held up at the end has this long. */
const LAST_SETTLE_MS = 240_000;

/**
 * Breaks three backends and what they stand on for some minutes, while people go on with their work, and compares afterwards what
 * they were told with what is there.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { minutes, seed, transport, kinds, folder, progress } = options;
  const cluster = await Cluster.start({ folder, transport, progress });
  try {
    const { backends, broker, changeguard, notifications } = cluster;
    const sources = { changeguard, notifications, mails: cluster.mails.taken };
    const tokens = await tokensOf(backends[0].baseUrl);
    const random = seededRandom(seed);
    const clientOf = (...baseUrls: string[]) =>
      new ReplicaClient({ baseUrls, tokens, random });
    const client = clientOf(...backends.map(({ baseUrl }) => baseUrl));
    const expected = await progress.during('Rehearsing', () =>
      rehearse(client, sources, `Rehearsal ${seed}.`),
    );

    const titlePrefix = `Story ${seed}.`;
    const history = new History();
    const runner = new FaultRunner(cluster, line => progress.say(line));
    const narrators = Narrators.start(titlePrefix, {
      ...{ client, history },
      mails: cluster.mails.taken,
    });
    const end = Date.now() + minutes * 60_000;
    const plan = planFaults({
      seed,
      backends: backends.length,
      kinds: kinds.filter(
        kind => kind !== 'delete-topic' || broker.deleteTopic !== undefined,
      ),
    });
    for (const round of plan) {
      await runner.inflict(round);
      if (Date.now() > end) {
        break;
      }
    }
    await progress.during('Telling the last stories', () => narrators.stop());
    await progress.during('Waiting until everybody is told', () =>
      waitFor(
        'everybody was told',
        async () => (await openWork(changeguard, Date.now())) === 0,
        { timeoutMs: LAST_SETTLE_MS },
        // What is open then is found missing by the checker.
      ).catch(() => {}),
    );

    const verdict = await reachVerdict({
      ...{ sources, history, expected, titlePrefix },
      crashes: runner.crashes,
    });
    const untold: string[] = [];
    for (const { title, reason } of narrators.untold) {
      verdict.lost.push(`${title} was not told to its end: ${reason}`);
      const { changeId } = history.recorded(title) ?? {};
      untold.push(
        `${title}: ${changeId ?? 'never recorded'}`,
        ...(changeId ? await readStanding(changeguard, changeId) : []),
      );
    }
    const works = await doneWork(changeguard, cutDeliveries(cluster));
    const times = recoveryTimes(
      runner.kills.map(({ at }) => at),
      runner.outages,
      works,
    );
    const broken = await findBroken({
      ...{ cluster, progress },
      clients: backends.map(({ baseUrl }) => clientOf(baseUrl)),
      people: [...tokens.keys()],
      faults: [...runner.crashes, ...runner.outages],
    });
    return {
      ...verdict,
      ranOn: [
        ...serviceLines({ ...cluster.services, pubsub: undefined }),
        `Events         ${broker.description}`,
        `Backends       ${backends.length}, built`,
      ],
      plan: runner.done,
      surprises: runner.surprises,
      untold,
      broken,
      recoveries: runner.kills.map(({ backend }, index) => ({
        backend,
        seconds: times[index] / 1000,
      })),
      retries: client.retries,
    };
  } finally {
    await cluster.stop();
  }
}

async function tokensOf(baseUrl: string): Promise<Map<string, string>> {
  const people = [
    AUDITOR,
    ...CASTS.flatMap(({ provider, consumer }) => [provider, consumer]),
  ];
  const tokens = new Map<string, string>();
  for (const person of new Set(people)) {
    tokens.set(person, await userToken(person, baseUrl));
  }
  return tokens;
}

/** The deliveries behind mails that were cut. */
function cutDeliveries({ mails }: Cluster): string[] {
  return mails.taken
    .filter(({ cut }) => cut)
    .map(deliveryOf)
    .filter(id => id !== undefined);
}

import {
  userToken,
  type BuiltPortal,
} from '../../../packages/local-portal/src/index.ts';
import { Caller } from '../Caller.ts';
import { ordersTeam } from '../ordersTeam.ts';
import { SignalListener } from './SignalListener.ts';

const ROUNDS = 100;
const WARM_UP = 10;
/** A signal that has not come by then was lost: nobody sends it again. */
const PATIENCE_MS = 5_000;

/** What came of it, in milliseconds from before a change was recorded. */
export interface Shown {
  /** Until its signal came. */
  heard: number[];
  /** Until the change had been read, too. */
  shown: number[];
  /** Signals that should have come. */
  awaited: number;
}

/**
 * Alice records changes, at each backend in turn, while Bob, who depends on what she changes, has a browser at each of the others: on the
 * first signal about a change it reads the change where it is connected.
 */
export async function timeShown(
  backends: readonly BuiltPortal[],
): Promise<Shown> {
  const places = await Promise.all(backends.map(openPlace));
  const outcome: Shown = { heard: [], shown: [], awaited: 0 };
  for (let turn = 0; turn < ROUNDS + WARM_UP; turn++) {
    const here = places[turn % places.length];
    const others = places.filter(place => place !== here);
    const began = performance.now();
    const { id } = await here.alice.call<{ id: string }>(
      'POST',
      '/changeguard/schema-changes',
      {
        entityRef: ordersTeam.entities[0].entityRef,
        title: `Recorded by the bench, turn ${turn}`,
      },
    );
    const times = await Promise.all(others.map(place => see(place, id)));
    if (turn < WARM_UP) continue;
    outcome.awaited += others.length;
    for (const seen of times) {
      if (!seen) continue;
      outcome.heard.push(seen.heard - began);
      outcome.shown.push(seen.shown - began);
    }
  }
  for (const { alice, bob, listener } of places) {
    alice.close();
    bob.close();
    listener.close();
  }
  if (outcome.shown.length === 0) throw new Error('No signal came');
  return outcome;
}

/** One backend, with those who use it. */
interface Place {
  alice: Caller;
  bob: Caller;
  /** Bob's. */
  listener: SignalListener;
}

async function openPlace({ baseUrl }: BuiltPortal): Promise<Place> {
  const [alice, bob] = [
    await userToken('alice', baseUrl),
    await userToken('bob', baseUrl),
  ];
  return {
    alice: new Caller(baseUrl, alice),
    bob: new Caller(baseUrl, bob),
    listener: await SignalListener.open(baseUrl, bob),
  };
}

/** When a signal about the change came, and when it had been read; undefined when none came. */
async function see({ bob, listener }: Place, id: string) {
  const heard = await listener.heard(id, PATIENCE_MS);
  if (heard === undefined) return undefined;
  await bob.call('GET', `/changeguard/schema-changes/${id}`);
  return { heard, shown: performance.now() };
}

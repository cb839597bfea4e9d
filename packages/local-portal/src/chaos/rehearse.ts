import { waitFor } from '../processes/waitFor.ts';
import { CASTS, userRef, type Cast } from './cast.ts';
import type { Effects } from './Effects.ts';
import { History } from './History.ts';
import { openWork } from './openWork.ts';
import { playStory } from './playStory.ts';
import { readEffects, type Sources } from './readEffects.ts';
import type { ReplicaClient } from './ReplicaClient.ts';

/**
 * Tells each cast's story once before anything is broken, and notes what came of it: the same must come of every later telling.
 *
 * @throws Error when even that tells the wrong people
 */
export async function rehearse(
  client: ReplicaClient,
  sources: Sources,
  titlePrefix: string,
): Promise<Effects[]> {
  await Promise.all(CASTS.map(cast => waitUntilConnected(client, cast)));
  const tools = { client, history: new History(), mails: sources.mails };
  const titles = CASTS.map((_, index) => `${titlePrefix}${index}`);
  await Promise.all(
    CASTS.map((cast, index) =>
      playStory({ title: titles[index], cast }, tools),
    ),
  );
  await waitFor(
    'everybody was told of the rehearsals',
    async () => (await openWork(sources.changeguard, Date.now())) === 0,
    { timeoutMs: 120_000 },
  );
  const counts = await readEffects(sources, titlePrefix);
  return CASTS.map((cast, index) => {
    const effects = counts.of(titles[index]);
    refuseNonsense(cast, effects);
    return effects;
  });
}

/** The catalog of a portal that starts for the first time takes a few seconds to connect its entities. */
async function waitUntilConnected(
  client: ReplicaClient,
  { provider, entityRef, consumerRef }: Cast,
): Promise<void> {
  await waitFor(
    `the catalog knew that ${consumerRef} depends on ${entityRef}`,
    async () => {
      const { consumers } = await client.call<{
        consumers: { entityRef: string }[];
      }>({
        by: provider,
        method: 'POST',
        path: '/changeguard/audience',
        body: { entityRef },
      });
      return consumers.some(consumer => consumer.entityRef === consumerRef);
    },
    { timeoutMs: 120_000, everyMs: 500 },
  );
}

/** What comes of a rehearsal is not simply believed. */
function refuseNonsense(cast: Cast, effects: Effects): void {
  const provider = userRef(cast.provider);
  const consumer = userRef(cast.consumer);
  const commented = (by: string) => `commented of comment.added by ${by}`;
  const answered = `answered of consumer.answered by ${consumer}`;
  const resolved = `resolved of schema-change.resolved by ${provider}`;
  const told = [
    `announced → ${consumer}`,
    `${commented(consumer)} → ${provider}`,
    `${answered} → ${provider}`,
    `${commented(provider)} → ${consumer}`,
    `${resolved} → ${consumer}`,
  ];
  const musts = [
    ...['change', 'status resolved'],
    ...told.flatMap(one => [`in-app ${one}`, `portal ${one}`]),
    `mail announced → ${consumer}`,
    ...[
      `schema-change.announced by ${provider}`,
      `comment.added by ${consumer}`,
      `comment.added by ${provider}`,
      `consumer.answered by ${consumer}`,
      `schema-change.resolved by ${provider}`,
    ].flatMap(one => [`event ${one}`, `audit record of ${one}`]),
  ];
  const wrong = [
    ...musts.filter(effect => effects.get(effect) !== 1),
    ...[...effects].filter(([, times]) => times !== 1).map(([one]) => one),
  ];
  if (wrong.length > 0) {
    throw new Error(
      `Before anything was broken, ${
        cast.entityRef
      } had not exactly one of: ${wrong.join('; ')}`,
    );
  }
}

import { endLeasesSql } from '../endLeasesSql';
import { ledgers } from '../invariants/ledgers';
import { Stage } from './Stage';

/** Of so many choices, this many let somebody work; one kills an actor, one lets all leases end. */
const kinds = 12;

/**
 * Plays one order: each choice is whose turn it is, who dies, or that time passes and leases end. Afterwards plays on until nothing is
 * left, and checks the ledgers and the audit trail.
 *
 * @throws Error - that names what is not as it must be.
 */
export async function playSchedule(
  stage: Stage,
  choices: readonly number[],
): Promise<void> {
  const { actors, knex } = stage;
  const endLeases = () => knex.raw(endLeasesSql);
  await stage.clear();
  for (const choice of choices) {
    const who = Math.floor(choice / kinds) % actors.count;
    const kind = choice % kinds;
    if (kind === 0) actors.kill(who);
    else if (kind === 1) await endLeases();
    else await actors.step(who);
  }
  const rest = await stage.finish(endLeases);
  if (rest) throw new Error(rest);
  const fault = await stage.trailFault();
  if (fault) throw new Error(fault);
  for (const { name, sql } of ledgers) {
    const { rows } = await knex.raw<{ rows: { sentence: string }[] }>(sql);
    if (rows.length > 0) {
      throw new Error(`${name}: ${rows.map(row => row.sentence).join('; ')}`);
    }
  }
}

import { Invariant } from './Invariant';

/** Whoever keeps the log elsewhere has what is needed to prove the trail. */
export const checkpointsAreLogged: Invariant = {
  name: 'every stored checkpoint was written to the log',
  check: async ({ world }) => {
    const { rows } = await world.database.query<{
      seq: string;
      signature: string;
    }>('select seq, signature from audit_checkpoints order by seq');
    const { checkpoints } = world.journal;
    const logged = new Set(checkpoints.map(({ signature }) => signature));
    return [
      ...(rows.length > 0 ? [] : ['no checkpoint is stored']),
      ...rows
        .filter(({ signature }) => !logged.has(signature))
        .map(({ seq }) => `the checkpoint at ${seq} is not in the log`),
    ];
  },
};

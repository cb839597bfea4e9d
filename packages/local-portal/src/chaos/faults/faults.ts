import type { Fault } from '../Fault.ts';
import type { FaultKind } from '../planFaults.ts';
import { cutMail } from './cutMail.ts';
import { deleteTopic } from './deleteTopic.ts';
import { freezeBackend } from './freezeBackend.ts';
import { freezeRedis } from './freezeRedis.ts';
import { killBackend } from './killBackend.ts';
import { restartPostgres } from './restartPostgres.ts';

/** What each kind of fault does. */
export const faults: Record<FaultKind, Fault> = {
  kill: killBackend,
  freeze: freezeBackend,
  'restart-postgres': restartPostgres,
  'freeze-redis': freezeRedis,
  'delete-topic': deleteTopic,
  'cut-mail': cutMail,
};

import { checkpointsAreLogged } from './checkpoints';
import { Invariant } from './Invariant';
import { ledgers } from './ledgers';
import { leasesEnd } from './leases';
import { hostOnce, mailsOnce } from './outside';
import {
  answersAsWithoutCache,
  countsUnread,
  keepsTheChain,
  keepsWhatWasAcknowledged,
} from './people';

/** All that must hold after every run. */
export const invariants: Invariant[] = [
  keepsWhatWasAcknowledged,
  ...ledgers,
  keepsTheChain,
  checkpointsAreLogged,
  countsUnread,
  mailsOnce,
  hostOnce,
  answersAsWithoutCache,
  leasesEnd,
];

/** Checked where the process can see it: by whoever runs the runs. */
export const noUnhandledRejection = 'no rejection is left unhandled';

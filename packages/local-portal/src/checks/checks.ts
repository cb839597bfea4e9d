import { browser } from './browser.ts';
import type { Check } from './Check.ts';
import { conformance } from './conformance.ts';
import { faults } from './faults.ts';
import { format } from './format.ts';
import { lint } from './lint.ts';
import { crash, detection, starter } from './nodeTests.ts';
import { previousRelease } from './previousRelease.ts';
import { processes } from './processes.ts';
import { types } from './types.ts';
import { unit } from './unit.ts';

/** The steps of `npm test`, in their order: quick to tell first. */
export const checks: Check[] = [
  types,
  lint,
  format,
  unit,
  previousRelease,
  starter,
  browser,
  detection,
  ...(process.env.CHANGEGUARD_CORPUS ? [conformance] : []),
  crash,
  faults,
  processes,
];

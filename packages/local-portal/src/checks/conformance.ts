import { runEngineScript } from '../commands/runEngineScript.ts';
import type { Check } from './Check.ts';
import { asOne } from './runTool.ts';

/** The comparison engines agree with labelled pairs as often as they are to; only where CHANGEGUARD_CORPUS names a folder of such pairs. */
export const conformance: Check = {
  name: 'conformance',
  run: async () => asOne(runEngineScript(['conformance', 'main.ts'], []) === 0),
};

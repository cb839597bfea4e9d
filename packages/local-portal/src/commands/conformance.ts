import { runEngineScript } from './runEngineScript.ts';

/** `npm run conformance`: measures the comparison engines with labelled pairs. */
export async function conformance(args: string[]): Promise<number> {
  return runEngineScript(['conformance', 'main.ts'], args);
}

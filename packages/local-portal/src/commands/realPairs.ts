import { runEngineScript } from './runEngineScript.ts';

/** `npm run real-pairs`: compares definitions that their owners published, and writes down what came of it. */
export async function realPairs(args: string[]): Promise<number> {
  return runEngineScript(['measurements', 'realPairs.ts'], args);
}

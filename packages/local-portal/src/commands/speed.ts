import { runEngineScript } from './runEngineScript.ts';

/** `npm run speed`: measures how long the comparison engines take, and ends with 1 where a goal is missed. */
export async function speed(args: string[]): Promise<number> {
  return runEngineScript(['measurements', 'speed.ts'], args);
}

import { isFree, portTakenSentence } from '../processes/ports.ts';

/**
 * The port that a person asked for.
 *
 * @param asked - what they typed, if anything
 * @param standard - the port when they did not
 * @throws Error when that is no port
 */
export function chosenPort(
  asked: string | undefined,
  standard: number,
): number {
  const port = Number(asked || standard);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      `"${asked}" is not a port: it must be a number from 1 to 65535.`,
    );
  }
  return port;
}

/**
 * @param choose - what to type before another port, such as `npm start -- --port`
 * @throws Error that names the port and says how to choose another
 */
export async function refuseTakenPort(
  port: number,
  choose: string,
): Promise<void> {
  if (!(await isFree(port))) {
    throw new Error(portTakenSentence(port, choose));
  }
}

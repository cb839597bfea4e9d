import { isFree, portTakenSentence } from '../processes/ports.ts';

const DEFAULT_PORT = 7007;

/**
 * The port that a person asked for, by `--port` or PORT.
 *
 * @throws Error when that is no port
 */
export function chosenPort(asked: string | undefined): number {
  const text = asked ?? process.env.PORT;
  const port = Number(text || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      `"${text}" is not a port: it must be a number from 1 to 65535.`,
    );
  }
  return port;
}

/** @throws Error that names the port and says how to choose another */
export async function refuseTakenPort(port: number): Promise<void> {
  if (!(await isFree(port))) {
    throw new Error(portTakenSentence(port));
  }
}

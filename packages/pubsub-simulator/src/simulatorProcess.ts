import { PubSubSimulator } from './PubSubSimulator';

/**
 * The simulator as a program of its own, for programs that are killed: `node … simulatorProcess.ts PORT`. Like Pub/Sub, and unlike
 * the official emulator, it notices at once when a client is gone.
 */
new PubSubSimulator().listen(Number(process.argv[2]));

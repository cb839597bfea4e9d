import Piscina from 'piscina';
import { workerArguments } from '../../actors/workerArguments';
import { handOver } from './handOver';
import {
  ParsedJson,
  parseJson,
  parseJsonFile,
  parseJsonInThread,
  parseJsonKind,
  UnparsedJson,
} from './parseJson';

/** Shorter bodies are parsed in a moment; handing them over would take longer. */
const longBytes = 256 * 1024;

/** Bodies that wait for the thread at most; each is in memory. */
const mostWaiting = 4;

/** Of JavaScript objects in the thread, in MB: enough for two definitions of 16 MB each, in whatever alphabet. */
const memoryMb = 384;

/** How long the thread keeps its memory with nothing to do, in milliseconds. */
const idleMs = 30_000;

/**
 * Parses long bodies in a thread, because JSON of many megabytes holds the event loop for as long as it takes. What comes back is short, but
 * for its definitions, which are handed over as bytes.
 */
export class JsonThread {
  private readonly threads = new Piscina({
    filename: parseJsonFile,
    name: parseJsonInThread.name,
    execArgv: workerArguments(parseJsonFile),
    workerData: { kind: parseJsonKind },
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });

  /** Whether another long body may come: asked before one is read, because each takes memory while it waits. */
  get isFull(): boolean {
    return this.threads.queueSize >= mostWaiting;
  }

  /** @throws Error - when too many bodies wait, or one takes too much memory. */
  async parse(unparsed: UnparsedJson): Promise<ParsedJson> {
    const { blocks } = unparsed;
    const length = blocks.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (length <= longBytes) return parseJson(unparsed);
    return this.threads.run(handOver(unparsed, blocks));
  }

  async stop(): Promise<void> {
    await this.threads.destroy();
  }
}

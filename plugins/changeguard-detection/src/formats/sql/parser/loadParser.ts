import { setFlagsFromString } from 'node:v8';
import { loadModule } from 'libpg-query';

let loaded: Promise<void> | undefined;

/**
 * Loads PostgreSQL's parser, for good, and lets V8 leave WebAssembly as its first compiler makes it. Once some thousand statements have
 * been read, V8 would compile the parser's grammar again, optimized, in a thread of its own: that took 600 MB for a moment, outside of
 * every limit of a worker. The setting is the process's; V8 asks for it when a function is hot, so that it cannot be taken back.
 */
export function loadParser(): Promise<void> {
  loaded ??= loadUnoptimized();
  return loaded;
}

async function loadUnoptimized(): Promise<void> {
  // Both: without tiers that follow use, V8 optimizes everything at once.
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  await loadModule();
}

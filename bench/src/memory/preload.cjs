// @ts-check
/**
 * Loaded into a backend before its own code, with `--expose-gc`: on SIGUSR2 it collects garbage and appends its resident memory in bytes
 * to the file that CHANGEGUARD_BENCH_MEMORY names. With CHANGEGUARD_BENCH_WITHOUT=1 our packages are empty features in it.
 */
const { appendFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const OURS =
  /^@changeguard\/backstage-plugin-changeguard-backend(-module-[^/]+)?$/;
const NOTHING = pathToFileURL(join(__dirname, 'emptyFeature.cjs')).href;

if (process.env.CHANGEGUARD_BENCH_WITHOUT === '1') {
  registerHooks({
    resolve: (specifier, context, next) =>
      OURS.test(specifier)
        ? { url: NOTHING, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
  });
}

process.on('SIGUSR2', () => {
  const { gc } = globalThis;
  if (!gc) throw new Error('Start the backend with --expose-gc');
  gc();
  gc();
  appendFileSync(
    String(process.env.CHANGEGUARD_BENCH_MEMORY),
    `${process.memoryUsage.rss()}\n`,
  );
});

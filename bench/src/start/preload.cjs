// @ts-check
/**
 * Loaded into a backend before its own code: ChangeGuard and its modules begin when all other plugins are initialised, so that what these
 * do meanwhile is not taken for ours. How long ours take is appended to the file that CHANGEGUARD_BENCH_START names, a line of JSON
 * per start.
 */
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** @type {Promise<void>[]} */
const others = [];
let began = 0;

/** @param {(deps: any) => Promise<void>} init */
function noted(init) {
  let done = () => {};
  others.push(
    new Promise(resolve => {
      done = resolve;
    }),
  );
  return async (/** @type {any} */ deps) => {
    try {
      await init(deps);
    } finally {
      done();
    }
  };
}

/** @param {(deps: any) => Promise<void>} init */
function timed(init) {
  return async (/** @type {any} */ deps) => {
    await Promise.all(others);
    began ||= performance.now();
    await init(deps.lifecycle ? watched(deps) : deps);
  };
}

/**
 * What the plugin depends on, but the hook that starts it says when it is done.
 *
 * @param {any} deps
 */
function watched(deps) {
  const { lifecycle } = deps;
  return {
    ...deps,
    lifecycle: {
      addStartupHook(/** @type {() => Promise<void>} */ hook) {
        lifecycle.addStartupHook(async () => {
          const init = performance.now() - began;
          await hook();
          const line = { init, whole: performance.now() - began };
          appendFileSync(
            String(process.env.CHANGEGUARD_BENCH_START),
            `${JSON.stringify(line)}\n`,
          );
        });
      },
      addShutdownHook: (/** @type {any[]} */ ...args) =>
        lifecycle.addShutdownHook(...args),
    },
  };
}

/** @param {'createBackendPlugin' | 'createBackendModule'} make */
function wrap(make) {
  /** @type {any} */
  const api = require('@backstage/backend-plugin-api');
  const original = api[make];
  api[make] = (/** @type {any} */ options) =>
    original({
      ...options,
      register(/** @type {any} */ env) {
        const around = options.pluginId === 'changeguard' ? timed : noted;
        options.register({
          ...env,
          registerInit: (/** @type {any} */ { deps, init }) =>
            env.registerInit({ deps, init: around(init) }),
        });
      },
    });
}

if (isMainThread) {
  wrap('createBackendPlugin');
  wrap('createBackendModule');
}

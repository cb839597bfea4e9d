import type { LoggerService } from '@backstage/backend-plugin-api';

/** Says nothing but what went wrong. */
export const quiet: LoggerService = {
  error: (message, meta) => console.error(message, meta ?? ''),
  warn: (message, meta) => console.error(message, meta ?? ''),
  info: () => {},
  debug: () => {},
  child: () => quiet,
};

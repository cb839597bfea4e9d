import { createRequire } from 'module';
import {
  Format,
  formats,
} from '@changeguard/backstage-plugin-changeguard-detection';
import { compareDefinitions } from './compareDefinitions';
import { JudgedComparison } from './Comparer';
import { ComparisonTask } from './comparisonWorker';
import { failedComparison } from './failedComparison';
import { storable } from '../database/storable';

const load = createRequire(__filename);

/** Everything that compares, loaded: what a worker answers tasks with. */
export function comparisonEngine(options: {
  bytes: number;
  files: readonly string[];
}): (task: ComparisonTask) => Promise<JudgedComparison> {
  const known = new Map<string, Format>(formats);
  for (const file of options.files) {
    const { format } = load(file) as { format: Format };
    known.set(format.id, format);
  }
  return async ({ request, now }) => {
    const format = known.get(request.format);
    return format
      ? storable(
          await compareDefinitions(request, format, {
            bytes: options.bytes,
            now: new Date(now),
          }),
        )
      : failedComparison(
          'unsupported',
          `Nothing here compares definitions of the format '${request.format}'.`,
        );
  };
}

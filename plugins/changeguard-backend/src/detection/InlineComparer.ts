import { formats } from '@changeguard/backstage-plugin-changeguard-detection';
import { Clock } from '../ports/Clock';
import { compareDefinitions } from './compareDefinitions';
import { Comparer, ComparisonRequest, JudgedComparison } from './Comparer';
import { failedComparison } from './failedComparison';

/** Compares in this process. */
export class InlineComparer implements Comparer {
  constructor(private readonly deps: { clock: Clock; bytes: number }) {}

  async compare(request: ComparisonRequest): Promise<JudgedComparison> {
    const format = formats.get(request.format);
    if (!format) {
      return failedComparison(
        'unsupported',
        `Nothing here compares definitions of the format '${request.format}'.`,
      );
    }
    return compareDefinitions(request, format, {
      bytes: this.deps.bytes,
      now: this.deps.clock.now(),
    });
  }
}

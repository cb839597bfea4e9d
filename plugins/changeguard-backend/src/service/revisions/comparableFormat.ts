import { InvalidRequestError } from '../InvalidRequestError';
import { ServiceDeps } from '../ServiceDeps';

/**
 * The format to compare in: the one asked for, else the entity's.
 *
 * @throws InvalidRequestError - when there is none, or nothing here compares it.
 */
export function comparableFormat(
  deps: Pick<ServiceDeps, 'detection'>,
  asked: string | undefined,
  ofEntity: string | null | undefined,
): string {
  const format = asked ?? ofEntity ?? null;
  if (format !== null && deps.detection.formats.has(format)) return format;
  throw new InvalidRequestError([
    {
      pointer: '/format',
      code: format === null ? 'required' : 'unsupported_format',
      message:
        format === null
          ? 'is required: neither the entity nor the text tells'
          : `cannot be '${format}': nothing here compares it`,
    },
  ]);
}

import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** A whole number above 0. */
export function positiveInteger(
  config: Config,
  key: string,
  otherwise: number,
) {
  const value = config.getOptionalNumber(key) ?? otherwise;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `The configuration '${key}' must be a whole number above 0, not ${value}.`,
    );
  }
  return value;
}

/** In milliseconds; null when it is not given. */
export function optionalDuration(config: Config, key: string): number | null {
  if (!config.has(key)) return null;
  let value: number;
  try {
    value = durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    value = NaN;
  }
  if (!(value > 0)) {
    throw new InputError(
      `The configuration '${key}' must be a duration above 0, such as { days: 90 }, '90 days' or 'P90D'.`,
    );
  }
  return value;
}

/** In milliseconds. */
export function duration(
  config: Config,
  key: string,
  otherwise: HumanDuration,
) {
  return optionalDuration(config, key) ?? durationToMilliseconds(otherwise);
}

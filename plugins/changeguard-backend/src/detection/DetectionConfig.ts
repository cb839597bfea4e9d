import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  RuleLevels,
  ruleLevelsSchema,
  rulePageUrl,
} from '@changeguard/backstage-plugin-changeguard-common';
import { duration, positiveInteger } from '../configValues';

/** What the configuration says of detection; durations in milliseconds. */
export interface DetectionConfig {
  /** Between two sweeps of the catalog. */
  readonly interval: number;
  /** As what a detected change begins. */
  readonly breakingChanges: 'draft' | 'announced';
  /** Levels of rules in the whole portal. */
  readonly levels: RuleLevels;
  /** Longest definition. */
  readonly definitionBytes: number;
  /** Threads that compare, at most. */
  readonly threads: number;
  /** Memory of one comparison, in MB. */
  readonly memoryMb: number;
  /** How long one comparison may take. */
  readonly timeout: number;
  /** Comparisons that may wait. */
  readonly queue: number;
}

const section = 'changeguard.detection';

function breakingChanges(config: Config): DetectionConfig['breakingChanges'] {
  const key = `${section}.breakingChanges`;
  const value = config.getOptionalString(key) ?? 'draft';
  if (value === 'draft' || value === 'announced') return value;
  throw new InputError(
    `The configuration '${key}' must be draft or announced, not ${value}.`,
  );
}

function levels(config: Config): RuleLevels {
  const key = `${section}.levels`;
  const parsed = ruleLevelsSchema.safeParse(config.getOptional(key) ?? {});
  if (parsed.success) return Object.freeze(parsed.data);
  throw new InputError(
    `The configuration '${key}' must give rules by their id a level: breaking, dangerous, non-breaking or muted.`,
  );
}

/** Nothing here reads the address, but the browsers that do have nobody to tell that it is wrong. */
function checkRuleDocsUrl(config: Config): void {
  const key = `${section}.ruleDocsUrl`;
  const template = config.getOptionalString(key);
  if (template === undefined) return;
  if (!rulePageUrl(template, { format: 'openapi', rule: 'any' })) {
    throw new InputError(
      `The configuration '${key}' must be an address of http or https with {rule} in it, such as https://git.example.com/changeguard/docs/rules/{format}.md#{rule}.`,
    );
  }
}

/** Reads `changeguard.detection`. */
export function readDetectionConfig(config: Config): DetectionConfig {
  checkRuleDocsUrl(config);
  return Object.freeze({
    interval: duration(config, `${section}.interval`, { minutes: 5 }),
    breakingChanges: breakingChanges(config),
    levels: levels(config),
    definitionBytes: positiveInteger(
      config,
      `${section}.definitionBytes`,
      16 * 1024 * 1024,
    ),
    threads: positiveInteger(config, `${section}.threads`, 1),
    memoryMb: positiveInteger(config, `${section}.memoryMb`, 192),
    timeout: duration(config, `${section}.timeout`, { seconds: 30 }),
    queue: positiveInteger(config, `${section}.queue`, 100),
  });
}

import { Entity } from '@backstage/catalog-model';
import {
  RuleLevels,
  ruleLevelsSchema,
} from '@changeguard/backstage-plugin-changeguard-common';
import { readLevels } from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { WatchedEntity } from '../ports/DefinitionCatalog';

/** Levels of rules for an entity, as JSON: `{"response-optional-property-removed": "dangerous"}`. */
export const LEVELS_ANNOTATION = 'changeguard.io/levels';

/**
 * The levels that are written on an entity. Its entries that cannot be count for nothing and are named: one mistake must not raise
 * again what the others mute.
 *
 * @param format - one of our own, whose rules are known here; those of modules are known to threads only.
 */
export function annotatedLevels(
  entity: Entity,
  format: string | undefined,
): Pick<WatchedEntity, 'levels' | 'levelProblems'> {
  const written = entity.metadata.annotations?.[LEVELS_ANNOTATION];
  if (!written) return { levels: {}, levelProblems: [] };
  const parsed = parsedOf(written);
  if (!parsed) {
    return {
      levels: {},
      levelProblems: [
        `The annotation '${LEVELS_ANNOTATION}' must be a JSON object from ids of rules to levels.`,
      ],
    };
  }
  const levels: Record<string, RuleLevels[string]> = {};
  const levelProblems: string[] = [];
  for (const [rule, level] of Object.entries(parsed)) {
    const problem = problemOf(rule, level, format);
    if (problem) {
      levelProblems.push(
        `In the annotation '${LEVELS_ANNOTATION}': ${problem}`,
      );
    } else levels[rule] = level as RuleLevels[string];
  }
  // A long list of mistakes says no more than a short one.
  return { levels, levelProblems: levelProblems.slice(0, 10) };
}

function problemOf(
  rule: string,
  level: unknown,
  format: string | undefined,
): string | undefined {
  if (format !== undefined) {
    const read = readLevels({ [rule]: level }, format);
    return read.outcome === 'invalid' ? read.problems[0].message : undefined;
  }
  return ruleLevelsSchema.safeParse({ [rule]: level }).success
    ? undefined
    : `The level of '${rule.slice(
        0,
        100,
      )}' is none of breaking, dangerous, non-breaking, muted.`;
}

function parsedOf(written: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(written);
    return typeof parsed === 'object' && parsed && !Array.isArray(parsed)
      ? parsed
      : undefined;
  } catch {
    return undefined;
  }
}

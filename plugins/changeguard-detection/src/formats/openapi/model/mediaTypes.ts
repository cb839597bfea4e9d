import { Located } from '../../../schema-comparison/ApiDocument';

/** Media types of two versions. */
export interface MediaTypes {
  matched: { name: string; before: Located; after: Located }[];
  removed: [string, Located][];
  added: [string, Located][];
}

/** Matches media types by their names; parameters such as a character set are part of them, spaces and case are not. */
export function matchMediaTypes(
  base: readonly [string, Located][],
  revision: readonly [string, Located][],
): MediaTypes {
  const before = new Map(base.map(([name, one]) => [normal(name), one]));
  const after = new Map(revision.map(([name, one]) => [normal(name), one]));
  return {
    matched: [...before].flatMap(([name, located]) => {
      const same = after.get(name);
      return same ? [{ name, before: located, after: same }] : [];
    }),
    removed: [...before].filter(([name]) => !after.has(name)),
    added: [...after].filter(([name]) => !before.has(name)),
  };
}

function normal(name: string): string {
  return name.toLowerCase().replace(/\s+/g, '');
}

/** Whether a media type is JSON on the wire, or may be. */
export function isJson(name: string): boolean {
  return /json|^\*|ya?ml/.test(name);
}

/** Whether one media type covers another, such as `application/*` or the suffix of `application/problem+json`. */
export function covers(wide: string, narrow: string): boolean {
  const [wideType, wideSub = '*'] = bare(wide).split('/');
  const [type, sub = '*'] = bare(narrow).split('/');
  if (wideType !== '*' && wideType !== type) return false;
  if (wideSub === '*' || wideSub === sub) return true;
  return sub.endsWith(`+${wideSub}`);
}

/** The range such as `application/*` that takes what is sent as one media type; of several the narrowest, as HTTP has it. */
export function closestRange(
  taken: readonly [string, Located][],
  media: string,
): [string, Located] | undefined {
  const [closest] = taken
    .filter(([range]) => range.includes('*') && covers(range, media))
    .sort(
      ([a], [b]) =>
        Number(a.startsWith('*')) - Number(b.startsWith('*')) ||
        (a < b ? -1 : 1),
    );
  return closest;
}

function bare(name: string): string {
  return name.split(';')[0];
}

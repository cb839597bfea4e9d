/** Why a comparison is only a part of one: references of the versions that lead out of the text. */
export function unresolvedReasons(
  ...versions: readonly { unresolved: ReadonlySet<string> }[]
): string[] {
  return [...new Set(versions.flatMap(({ unresolved }) => [...unresolved]))]
    .sort()
    .slice(0, 20)
    .map(reference => `The reference '${reference}' leads out of the text.`);
}

/** Whether every text that matches some patterns matches another; undefined when that is not known. */
export function patternContains(
  own: readonly string[],
  lengths: { min: number; max: number },
  asked: string,
): boolean | undefined {
  if (own.includes(asked)) return true;
  if (own.length === 0 && lengths.max === Infinity && lengths.min <= 1) {
    return false;
  }
  return undefined;
}

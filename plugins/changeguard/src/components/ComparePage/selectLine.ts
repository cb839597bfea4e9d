/** Shows a line of a text area and marks it. Lines are counted from 1. */
export function selectLine(
  area: HTMLTextAreaElement | null,
  line: number,
): void {
  if (!area) return;
  const lines = area.value.split('\n');
  const begin = lines
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(begin, begin + (lines[line - 1]?.length ?? 0));
  // Browsers scroll to what is typed, not to what is marked: all lines are equally high.
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 4);
}

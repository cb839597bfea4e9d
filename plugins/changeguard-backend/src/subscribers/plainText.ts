/** What marks a text inside, with what stays of it; long runs without an end are looked at once only. */
const marks: readonly [RegExp, string][] = [
  // Fences of code, headings and quotes stand at the beginning of a line.
  [/^ {0,3}(?:```|~~~)[^\n]*$/gm, ''],
  [/^ {0,3}#{1,6} +/gm, ''],
  [/^ {0,3}(?:> ?)+/gm, ''],
  [/!?\[([^\][\n]{1,1000})\]\([^()\s]{0,2000}\)/g, '$1'],
  [/\*\*([^*\n]+)\*\*/g, '$1'],
  [/~~([^~\n]+)~~/g, '$1'],
  // Inside of words they are part of names and paths: `legacy_id`, `/orders/*`.
  [/(^|[\s(])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])/gm, '$1$2'],
  [/(^|[\s(])(__?)([^_\s](?:[^\n_]*[^_\s])?)\2(?!\w)/gm, '$1$3'],
];

function withoutMarks(text: string): string {
  return marks.reduce((rest, [mark, kept]) => rest.replace(mark, kept), text);
}

/** Markdown as people read it where nothing renders it: without its marks. What stands in code is left as it is. */
export function plainText(markdown: string): string {
  return markdown
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 ? part.slice(1, -1) : withoutMarks(part)))
    .join('');
}

/** The texts of the field that takes markdown. */
export const markdownMessages = {
  tabs: 'Write or preview',
  write: 'Write',
  preview: 'Preview',
  nothing: 'Nothing to preview',
  help: 'Markdown',
  suggestions_one: '{{count}} suggestion, arrow keys choose',
  suggestions_other: '{{count}} suggestions, arrow keys choose',
  suggestionList: 'People and teams',
} as const;

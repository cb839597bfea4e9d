/** The two sides of what changed. */
export const beforeAfterMessages = {
  before: 'Before',
  after: 'After',
  nothing: 'nothing',
} as const;

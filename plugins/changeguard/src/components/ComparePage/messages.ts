/** The texts of the page that compares two definitions. */
export const compareMessages = {
  loading: 'Loading',
  forbidden: 'You may not compare definitions',
  forbiddenHelp:
    'It needs the permission changeguard.definition.check; ask those who run this portal.',
  intro:
    'Two versions of a definition in, what breaks out. They are sent to the portal to be compared, and not stored there; this browser keeps them until you clear them.',
  before: 'Before',
  after: 'After',
  placeholder: 'Paste a definition, or drop a file here',
  choose: 'Choose a file',
  chooseFor: 'Choose a file for “{{side}}”',
  drop: 'Drop the file here',
  unreadable: 'The file could not be read',
  format: 'Format',
  guess: 'Guess from the text',
  unknownFormat:
    'The texts do not tell what they are written in. Choose the format, then compare again.',
  compare: 'Compare',
  comparing: 'Comparing for {{seconds}} s…',
  cancel: 'Cancel',
  swap: 'Swap',
  clear: 'Clear both',
  result: 'Result',
  failed: 'The comparison failed',
  stale: 'The texts or the format have changed since. Compare again.',
} as const;

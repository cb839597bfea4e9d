import { Format } from '@changeguard/backstage-plugin-changeguard-detection';

/** Where this file lies, built or not. */
export const columnsFormatFile = __filename;

const columnsIn = (text: string) => text.split('\n', 1)[0].split(';');

export const format: Format = {
  id: 'columns',
  version: '1',
  compare: (base, revision) => ({
    outcome: 'compared',
    findings: columnsIn(base)
      .filter(column => !columnsIn(revision).includes(column))
      .map(column => ({
        rule: 'column-removed',
        side: 'reader',
        pointer: column,
        before: column,
        after: null,
        details: { column },
      })),
  }),
  rules: [
    {
      id: 'column-removed',
      severity: 'breaking',
      side: 'reader',
      purpose: 'Whoever reads the column by its name finds nothing.',
      message: "The column '{column}' was removed.",
    },
  ],
};

import { Severity } from '@changeguard/backstage-plugin-changeguard-common';

/** Colours of a mail on a light ground; inline, because most programs drop style sheets. */
export const light = {
  page: '#f3f5f7',
  card: '#ffffff',
  text: '#1b2733',
  faint: '#566472',
  line: '#dde3e8',
  code: '#f0f3f5',
  link: '#1f5493',
  button: '#1f5493',
  onColour: '#ffffff',
} as const;

/** The same places where the reader's program shows mails dark and honours a style sheet. */
export const dark = {
  page: '#12181e',
  card: '#1c242c',
  text: '#e7ecf0',
  faint: '#a3b0bc',
  line: '#36424d',
  code: '#27313a',
  link: '#8cbcf0',
} as const;

/** Badges keep their colours in the dark: white on these has a contrast of at least 4.5. */
export const severityColours: Record<Severity, string> = {
  breaking: '#b3261e',
  dangerous: '#9a5b00',
  'non-breaking': '#2f6b3a',
};

/** Fonts every system has. */
export const fonts = {
  text: "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  code: "Menlo, Consolas, 'Liberation Mono', monospace",
} as const;

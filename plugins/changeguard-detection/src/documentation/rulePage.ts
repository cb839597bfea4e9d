import { Format } from '../Format';
import { Rule } from '../Rule';

/** The page that tells people what the rules of a format are. */
export function rulePage({ id, rules }: Format): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    `# Rules of the format \`${id}\``,
    'Written by `yarn workspace @changeguard/backstage-plugin-changeguard-detection document-rules`; change the rule tables, not this page.',
    'A portal may raise, lower or mute a rule by its id. Words in braces are filled from the finding.',
    ...sorted.map(entry),
  ]
    .join('\n\n')
    .concat('\n');
}

function entry({ id, severity, side, message, purpose }: Rule): string {
  const whom = side ? `, ${side}` : '';
  return `## \`${id}\`\n\n${severity}${whom}: ${purpose}\n\n\`${message}\``;
}

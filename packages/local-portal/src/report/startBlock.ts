import type { SamplePerson } from '../people/samplePeople.ts';
import type { PortalServices } from '../startServices.ts';

/** How many people are named; the sign-in page lists the rest. */
const NAMED = 4;

/** What a person reads when everything runs. */
export function startBlock(options: {
  url: string;
  services: PortalServices;
  people: SamplePerson[];
  logFile?: string;
}): string {
  const { url, services, people, logFile } = options;
  const named = people.slice(0, NAMED);
  const width = Math.max(...named.map(({ id }) => id.length));
  const others = people.length - named.length;
  return [
    '',
    `  Portal    ${url}`,
    `  Mailbox   ${services.mailbox.connection.url}`,
    '',
    '  Sign in as (no password)',
    ...named.map(
      ({ id, displayName, teams }) =>
        `    ${id.padEnd(width)}  ${displayName}, ${teams.join(', ')}`,
    ),
    ...(others > 0 ? [`    and ${others} more on the sign-in page`] : []),
    '',
    '  Services',
    ...serviceLines(services).map(line => `    ${line}`),
    ...services.fallbacks.map(sentence => `    ${sentence}`),
    '',
    ...(logFile ? [`  Log       ${logFile}`] : []),
    '  Stop with Ctrl-C; data is kept for the next start.',
    '',
    '',
  ].join('\n');
}

/** One line per service: what it is, how true to production, where it came from. */
export function serviceLines(services: PortalServices): string[] {
  const { postgres, redis, pubsub, mailbox, identityProvider } = services;
  return [postgres, redis, pubsub, mailbox, identityProvider]
    .filter(service => service !== undefined)
    .map(
      ({ name, kind, origin }) =>
        `${name.padEnd(14)}  ${kind.padEnd(8)}  ${origin}`,
    );
}

import { outline } from '../../../schema-comparison/outline';
import { Message } from './Definition';
import { Matches, matchBy } from './matchBy';
import { wordAt } from './wordAt';

/** Messages by what they are known by, then by what they say; the last one of each version is the same one. */
export function matchMessages(
  base: readonly Message[],
  revision: readonly Message[],
): Matches<Message> {
  const onlyOne = base.length === 1 && revision.length === 1;
  return matchBy(base, revision, [
    ({ name }) => name,
    ({ located }) => wordAt(located, 'name'),
    ({ reference }) => reference,
    ({ located }) => wordAt(located, 'title'),
    ({ located }) => outline(located.value, false),
    ({ name }) => (onlyOne && name === undefined ? 'the only one' : undefined),
  ]);
}

/** How sentences call a message. */
export function messageLabel({ name, reference, located }: Message): string {
  const label = name ?? wordAt(located, 'title') ?? reference;
  return label === undefined ? 'the message' : `the message ${label}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checkout } from '../checkout.ts';

/**
 * Somebody who can sign in to the local portal.
 *
 * @public
 */
export interface SamplePerson {
  /** The name of the User entity, and what one types: `alice`. */
  id: string;
  /** As people say it. */
  displayName: string;
  /** Address that sign-in and mails use. */
  email: string;
  /** Names of the groups the person is in. */
  teams: string[];
}

/** Those that the story of the sample organisation is about, and so come first. */
const PROTAGONISTS = ['alice', 'bob', 'carol', 'dana'];

/** Where the sample organisation's entities are written down. */
export const SAMPLE_ORGANISATION = join(
  checkout.backend,
  'sample-organisation',
);

/**
 * Everybody in the sample organisation, the protagonists first. Read from its files each time, so that
 * a person added there can sign in at once.
 */
export function samplePeople(folder = SAMPLE_ORGANISATION): SamplePerson[] {
  const people = yamlFiles(folder).flatMap(readPeople);
  return people.sort(
    (a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id),
  );
}

function rank(id: string): number {
  const index = PROTAGONISTS.indexOf(id);
  return index < 0 ? PROTAGONISTS.length : index;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => join(folder, name));
}

function readPeople(file: string): SamplePerson[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap(document => {
    const entity = document.toJS() as UserEntity | null;
    if (entity?.kind !== 'User') {
      return [];
    }
    const id = entity.metadata.name;
    const { profile, memberOf } = entity.spec ?? {};
    return [
      {
        id,
        displayName: profile?.displayName ?? id,
        email: profile?.email ?? `${id}@example.com`,
        teams: memberOf ?? [],
      },
    ];
  });
}

interface UserEntity {
  kind?: string;
  metadata: { name: string };
  spec?: {
    profile?: { displayName?: string; email?: string };
    memberOf?: string[];
  };
}

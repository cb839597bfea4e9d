import { RuleLevels } from '@changeguard/backstage-plugin-changeguard-common';

/** An entity whose definition is watched, as a list of thousands can afford it. */
export interface WatchedHead {
  entityRef: string;
  /** Changes with the entity; null when the catalog gives none. */
  etag: string | null;
  /** Whether the definition is a file that the entity names: then the entity's etag says nothing about it. */
  inFile: boolean;
}

/** Where an entity's definition stands. */
export type DefinitionPlace =
  | { kind: 'entity'; text: string }
  /** Read with the portal's own URL readers. */
  | { kind: 'file'; url: string }
  | { kind: 'nowhere'; why: string };

/** An entity whose definition is watched. */
export interface WatchedEntity {
  entityRef: string;
  ownerRefs: string[];
  etag: string | null;
  /** The id of its format; null when nothing tells. */
  format: string | null;
  levels: RuleLevels;
  /** What of the levels written on the entity cannot be, as sentences; that part counts for nothing. */
  levelProblems: readonly string[];
  place: DefinitionPlace;
}

/** The catalog as detection reads it: with the plugin's own credentials. Every call may fail. */
export interface DefinitionCatalog {
  /** All watched entities, in stretches. */
  heads(): AsyncIterable<WatchedHead[]>;
  /** Undefined when there is no such entity; one that is not watched can be found, too. */
  find(entityRef: string): Promise<WatchedEntity | undefined>;
}

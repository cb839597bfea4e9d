import {
  Actor,
  RevisionSource,
  RuleLevels,
} from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../database/EventWriter';
import { Sight } from '../database/WatchStore';

/** A definition that was brought: from the catalog, or by a pipeline. */
export interface SeenDefinition {
  entityRef: string;
  ownerRefs: string[];
  format: string;
  text: Uint8Array;
  levels: RuleLevels;
  source: RevisionSource;
  actor: Actor;
  origin: RequestOrigin;
  version: string | null;
  commit: string | null;
  url: string | null;
  /** What to remember of the catalog, when that is where it comes from. */
  sight: Omit<Sight, 'hash'> | null;
}

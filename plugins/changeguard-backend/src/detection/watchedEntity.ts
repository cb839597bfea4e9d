import { posix } from 'path';
import {
  Entity,
  getEntitySourceLocation,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  RuleLevels,
  ruleLevelsSchema,
} from '@changeguard/backstage-plugin-changeguard-common';
import { DefinitionPlace, WatchedEntity } from '../ports/DefinitionCatalog';
import { Formats } from './Formats';

/** Names the file with the definition, relative to the folder of the entity's source. */
export const SCHEMA_PATH_ANNOTATION = 'changeguard.io/schema-path';
/** Names the format of that file, where the entity's type does not. */
export const SCHEMA_FORMAT_ANNOTATION = 'changeguard.io/schema-format';
/** Levels of rules for this entity, as JSON: `{"response-property-removed": "dangerous"}`. */
export const LEVELS_ANNOTATION = 'changeguard.io/levels';

/** How an entity's definition is watched; `urlOf` makes the address of a file beside its source, as the portal's integrations write it. */
export function watchedEntity(
  entity: Entity,
  formats: Pick<Formats, 'ofType'>,
  urlOf: (path: string, base: string) => string,
): WatchedEntity {
  const type = text(entity.spec?.type);
  const format = text(entity.metadata.annotations?.[SCHEMA_FORMAT_ANNOTATION]);
  return {
    entityRef: stringifyEntityRef(entity),
    ownerRefs: (entity.relations ?? [])
      .filter(relation => relation.type === RELATION_OWNED_BY)
      .map(relation => relation.targetRef),
    etag: entity.metadata.etag ?? null,
    // A type that is none is named where it is said that it cannot be compared.
    format: format ?? (type && (formats.ofType(type) ?? type)),
    levels: levelsOf(entity),
    place: placeOf(entity, urlOf),
  };
}

function placeOf(
  entity: Entity,
  urlOf: (path: string, base: string) => string,
): DefinitionPlace {
  const path = text(entity.metadata.annotations?.[SCHEMA_PATH_ANNOTATION]);
  if (path === null) {
    const definition = entity.spec?.definition;
    return typeof definition === 'string' && definition !== ''
      ? { kind: 'entity', text: definition }
      : { kind: 'nowhere', why: 'The entity has no definition.' };
  }
  if (!isInside(path)) {
    return {
      kind: 'nowhere',
      why: `The annotation '${SCHEMA_PATH_ANNOTATION}' must be a relative path that stays below the entity's source, not '${path}'.`,
    };
  }
  try {
    const source = getEntitySourceLocation(entity);
    if (source.type === 'url') {
      return { kind: 'file', url: urlOf(path, source.target) };
    }
  } catch {
    // Said below: it has no source that could be read.
  }
  return {
    kind: 'nowhere',
    why: `The annotation '${SCHEMA_PATH_ANNOTATION}' needs an entity whose source is at a URL.`,
  };
}

/** Whoever writes an entity must not make the portal read what lies elsewhere with the portal's own tokens. */
function isInside(path: string): boolean {
  return (
    !/^[a-z][a-z0-9+.-]*:/i.test(path) &&
    !/[\\?#%]/.test(path) &&
    !posix.isAbsolute(path) &&
    !path.split('/').includes('..')
  );
}

/** An annotation that is no map of levels raises and lowers nothing. */
function levelsOf(entity: Entity): RuleLevels {
  const written = entity.metadata.annotations?.[LEVELS_ANNOTATION];
  if (!written) return {};
  try {
    const parsed = ruleLevelsSchema.safeParse(JSON.parse(written));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}

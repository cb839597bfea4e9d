import { posix } from 'path';
import {
  Entity,
  getEntitySourceLocation,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { DefinitionPlace, WatchedEntity } from '../ports/DefinitionCatalog';
import { annotatedLevels } from './annotatedLevels';
import { Formats } from './Formats';

/** Names the file with the definition, relative to the folder of the entity's source. */
export const SCHEMA_PATH_ANNOTATION = 'changeguard.io/schema-path';
/** Names the format of that file, where the entity's type does not. */
export const SCHEMA_FORMAT_ANNOTATION = 'changeguard.io/schema-format';

/** How an entity's definition is watched; `urlOf` makes the address of a file beside its source, as the portal's integrations write it. */
export function watchedEntity(
  entity: Entity,
  formats: Pick<Formats, 'ofType' | 'isOwn'>,
  urlOf: (path: string, base: string) => string,
): WatchedEntity {
  const type = text(entity.spec?.type);
  const format = text(entity.metadata.annotations?.[SCHEMA_FORMAT_ANNOTATION]);
  // A type that is none is named where it is said that it cannot be compared.
  const id = format ?? (type && (formats.ofType(type) ?? type));
  return {
    entityRef: stringifyEntityRef(entity),
    ownerRefs: (entity.relations ?? [])
      .filter(relation => relation.type === RELATION_OWNED_BY)
      .map(relation => relation.targetRef),
    etag: entity.metadata.etag ?? null,
    format: id,
    ...annotatedLevels(
      entity,
      id !== null && formats.isOwn(id) ? id : undefined,
    ),
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

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}

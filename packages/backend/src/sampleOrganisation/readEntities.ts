import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { DefinitionSource, readDefinition } from './readDefinition';

/** Every entity in the `entities` part of the sample organisation, with its definition in place. */
export async function readEntities(folder: string): Promise<Entity[]> {
  const entitiesFolder = join(folder, 'entities');
  const files = (await readdir(entitiesFolder))
    .filter(name => name.endsWith('.yaml'))
    .sort();
  const perFile = await Promise.all(
    files.map(async name => {
      const documents = loadAll(
        await readFile(join(entitiesFolder, name), 'utf8'),
      ).filter(Boolean);
      return await Promise.all(
        documents.map(document => toEntity(document as Entity, name, folder)),
      );
    }),
  );
  const entities = perFile.flat();
  if (entities.length === 0) {
    throw new InputError(`No entities in ${entitiesFolder}`);
  }
  return entities;
}

async function toEntity(
  document: Entity,
  fileName: string,
  folder: string,
): Promise<Entity> {
  const location = `sample-organisation:${fileName}`;
  const { definition, ...spec } = document.spec ?? {};
  return {
    ...document,
    metadata: {
      ...document.metadata,
      annotations: {
        ...document.metadata.annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: {
      ...spec,
      ...(definition !== undefined && {
        definition: await readDefinition(
          definition as DefinitionSource,
          folder,
        ),
      }),
    },
  };
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigTree } from '../../packages/local-portal/src/index.ts';

const CROWD = 10_000;

/** An API whose one consumer is owned by one team of ten thousand people, beside one whose consumer belongs to a team of one. */
export const crowdedApi = 'api:default/bench-crowded-api';
export const quietApi = 'api:default/bench-quiet-api';

/**
 * Writes these entities into a file and answers the configuration that makes the portal's catalog read it.
 *
 * @param owner - the team that owns both APIs
 */
export function crowdedOrganisation(folder: string, owner: string): ConfigTree {
  const target = join(folder, 'crowded-organisation.yaml');
  const members = Array.from({ length: CROWD }, (_, index) => `crowd-${index}`);
  const entities = [
    ...providerAndConsumer('crowded', owner, members),
    ...providerAndConsumer('quiet', owner, members.slice(0, 1)),
  ];
  // JSON is YAML.
  writeFileSync(
    target,
    entities.map(entity => JSON.stringify(entity)).join('\n---\n'),
  );
  return {
    catalog: {
      locations: [
        {
          type: 'file',
          target,
          rules: [{ allow: ['API', 'Component', 'Group'] }],
        },
      ],
    },
  };
}

function providerAndConsumer(name: string, owner: string, members: string[]) {
  const entity = (kind: string, suffix: string, spec: object) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: `bench-${name}-${suffix}` },
    spec,
  });
  return [
    entity('API', 'api', {
      type: 'openapi',
      lifecycle: 'production',
      owner,
      definition: 'openapi: 3.0.0',
    }),
    entity('Component', 'consumer', {
      type: 'service',
      lifecycle: 'production',
      owner: `bench-${name}-team`,
      consumesApis: [`bench-${name}-api`],
    }),
    entity('Group', 'team', { type: 'team', children: [], members }),
  ];
}

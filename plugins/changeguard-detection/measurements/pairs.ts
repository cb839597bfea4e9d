import { runInNewContext } from 'node:vm';
import { fetchPackage } from './fetchPackage';

/** A definition that its owners published in two versions. */
export interface RealPair {
  title: string;
  format: string;
  package: string;
  versions: readonly [string, string];
  read: (name: string, version: string) => Promise<string>;
}

/** Backstage publishes its OpenAPI as a constant of its router. */
async function specOfRouter(name: string, version: string): Promise<string> {
  const source = await fetchPackage(
    name,
    version,
    'dist/schema/openapi/generated/router.cjs.js',
  );
  const literal = /const spec = (\{[\s\S]*?\n\});/.exec(source);
  if (!literal) throw new Error(`${name} ${version} has no specification`);
  return JSON.stringify(runInNewContext(`(${literal[1]})`), null, 2);
}

/** Both files of Pub/Sub, as one definition. */
async function pubSubFiles(name: string, version: string): Promise<string> {
  const folder = 'google/pubsub/v1';
  const files = ['pubsub.proto', 'schema.proto'].map(async file => [
    `${folder}/${file}`,
    await fetchPackage(name, version, `build/protos/${folder}/${file}`),
  ]);
  return JSON.stringify(Object.fromEntries(await Promise.all(files)));
}

const file = (path: string) => (name: string, version: string) =>
  fetchPackage(name, version, path);

/** The pairs that are compared. */
export const pairs: readonly RealPair[] = [
  {
    title: "GitHub's REST API",
    format: 'openapi',
    package: '@octokit/openapi',
    versions: ['22.0.0', '23.0.2'],
    read: file('generated/api.github.com.json'),
  },
  {
    title: "GitHub's GraphQL API",
    format: 'graphql',
    package: '@octokit/graphql-schema',
    versions: ['15.5.0', '15.25.0'],
    read: file('schema.graphql'),
  },
  {
    title: 'Google Pub/Sub',
    format: 'protobuf',
    package: '@google-cloud/pubsub',
    versions: ['4.0.7', '6.3.0'],
    read: pubSubFiles,
  },
  {
    title: "Backstage's catalog",
    format: 'openapi',
    package: '@backstage/plugin-catalog-backend',
    versions: ['3.0.0', '4.0.0'],
    read: specOfRouter,
  },
];

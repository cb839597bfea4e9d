import { Entity } from '@backstage/catalog-model';
import { SchemaFormat } from '@changeguard/backstage-plugin-changeguard-common';

const byType: Record<string, SchemaFormat> = {
  openapi: 'openapi',
  asyncapi: 'asyncapi',
  graphql: 'graphql',
  grpc: 'protobuf',
  protobuf: 'protobuf',
  avro: 'avro',
  'json-schema': 'json-schema',
  jsonschema: 'json-schema',
  database: 'sql',
  'database-table': 'sql',
  table: 'sql',
  sql: 'sql',
  postgres: 'sql',
  postgresql: 'sql',
};

/** The format that an entity's type suggests. */
export function guessFormat(entity: Entity): SchemaFormat {
  const type = String(entity.spec?.type ?? '').toLocaleLowerCase('en-US');
  return byType[type] ?? 'other';
}

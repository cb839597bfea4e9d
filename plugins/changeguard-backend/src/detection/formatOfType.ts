/** Types of APIs in the catalog whose definitions can be compared, and the formats that these are in. */
const formats: Readonly<Record<string, string>> = {
  asyncapi: 'asyncapi',
  avro: 'avro',
  graphql: 'graphql',
  grpc: 'protobuf',
  'json-schema': 'json-schema',
  jsonschema: 'json-schema',
  openapi: 'openapi',
  protobuf: 'protobuf',
  sql: 'sql',
};

/** The format of an API by its `spec.type`; null for a type that no format is known for. */
export function formatOfType(type: string): string | null {
  return Object.hasOwn(formats, type) ? formats[type] : null;
}

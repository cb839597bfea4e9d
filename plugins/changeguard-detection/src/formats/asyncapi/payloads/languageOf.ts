/** The languages that payloads are described in. */
export type Language = 'json-schema' | 'avro' | 'protobuf' | 'other';

/** The language that a `schemaFormat` names; without one it is AsyncAPI's own, which is JSON Schema. */
export function languageOf(schemaFormat: string | undefined): Language {
  if (schemaFormat === undefined) return 'json-schema';
  if (/vnd\.apache\.avro/.test(schemaFormat)) return 'avro';
  if (/vnd\.google\.protobuf|x-protobuf/.test(schemaFormat)) return 'protobuf';
  return /vnd\.aai\.asyncapi|schema\+(json|yaml)|vnd\.oai\.openapi/.test(
    schemaFormat,
  )
    ? 'json-schema'
    : 'other';
}

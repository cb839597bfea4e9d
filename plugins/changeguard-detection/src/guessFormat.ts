import { topLevelKeys } from './text/topLevelKeys';

/** File names and words that say it all; `grpc` is what a catalog calls Protobuf. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(openapi|swagger)$/i, 'openapi'],
  [/^asyncapi$/i, 'asyncapi'],
  [/^graphql$|\.(graphqls?|gql)$/i, 'graphql'],
  [/^(grpc|protobuf)$|\.proto$/i, 'protobuf'],
  [/^avro$|\.avsc$/i, 'avro'],
  [/^(sql|postgres(ql)?)$|\.(sql|ddl)$/i, 'sql'],
  [/^json-?schema$|\.schema\.(json|ya?ml)$/i, 'json-schema'],
];

/** How definitions that are neither JSON nor YAML begin a line. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [
    /^[ \t]*(syntax|edition)[ \t]*=[ \t]*["']|^[ \t]*package[ \t]+[\w.]+[ \t]*;|^[ \t]*(message|service)[ \t]+\w+[ \t]*\{/m,
    'protobuf',
  ],
  [
    /^[ \t]*(CREATE|ALTER|DROP)[ \t]+(OR[ \t]+REPLACE[ \t]+|UNIQUE[ \t]+|UNLOGGED[ \t]+|MATERIALIZED[ \t]+)?(TABLE|TYPE|DOMAIN|VIEW|SCHEMA|SEQUENCE|INDEX|FUNCTION|PROCEDURE|EXTENSION|TRIGGER|POLICY)\b|^[ \t]*(COMMENT[ \t]+ON|INSERT[ \t]+INTO)\b|^--[ \t]*(migrate:|\+goose|\+migrate)/im,
    'sql',
  ],
  [
    /^[ \t]*(extend[ \t]+)?((type|interface|union|enum|input|scalar)[ \t]+\w+|schema[ \t]*[{@]|directive[ \t]+@)/m,
    'graphql',
  ],
];

/** Words of JSON Schema that stand at the top of one. */
const SCHEMA_WORDS =
  /^(\$schema|\$id|\$defs|\$ref|definitions|type|properties|patternProperties|additionalProperties|required|items|prefixItems|contains|enum|const|allOf|anyOf|oneOf|not|if|dependentSchemas|(min|max)\w+|exclusive\w+|multipleOf|uniqueItems|pattern|format)$/;

/**
 * The id of the format that a text is most likely written in, such as `openapi`; null when nothing speaks for one. It looks at the
 * first million characters, never throws, and promises nothing: comparing says whether the text is one.
 *
 * @param hint - A file name, or what the catalog calls the kind of API, which is believed where it names a format.
 * @public
 */
export function guessFormat(text: string, hint = ''): string | null {
  const named = NAMED.find(([pattern]) => pattern.test(hint.trim()));
  if (named) return named[1];
  const head = text.slice(0, 1_000_000).replace(/^\uFEFF/, '');
  const keys = topLevelKeys(head);
  return (
    byKeys(keys) ?? byWriting(head) ?? (isSchema(keys) ? 'json-schema' : null)
  );
}

function byKeys(keys: ReadonlyMap<string, string>): string | null {
  if (keys.has('openapi') || keys.has('swagger')) return 'openapi';
  if (keys.has('asyncapi')) return 'asyncapi';
  if (/^["']?(record|enum|fixed|error|map)\b/.test(keys.get('type') ?? ''))
    return 'avro';
  const paths = [...keys.keys()];
  if (paths.some(key => /\.proto$/.test(key))) return 'protobuf';
  if (paths.some(key => /\.sql$/i.test(key))) return 'sql';
  return null;
}

function byWriting(head: string): string | null {
  if (/^\s*[{["]/.test(head)) return null;
  return WRITTEN.find(([pattern]) => pattern.test(head))?.[1] ?? null;
}

function isSchema(keys: ReadonlyMap<string, string>): boolean {
  return [...keys.keys()].some(key => SCHEMA_WORDS.test(key));
}

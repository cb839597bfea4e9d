import { agreedAnnotations } from './agreedAnnotations';
import { agreedPaths } from './agreedPaths';
import { Case, idsOf } from './Case';
import { ofGraphqlJs, ofInspector } from './graphqlVocabularies';
import { presumedBase } from './presumedBase';
import { Source } from './Source';
import { textsOfTable } from './textsOfTable';

/** Ids that oasdiff calls errors or warnings. */
function errorsAndWarnings(one: Case): string[] {
  return (one.rules ?? []).flatMap(rule =>
    typeof rule !== 'string' && /^(ERR|WARN)$/.test(rule.level ?? '')
      ? rule.id ?? []
      : [],
  );
}

/** Rules about migrations whose reason is what clients do, not locks or style. */
const MINDS_CLIENTS: ReadonlySet<string> = new Set([
  'adding-foreign-key-constraint',
  'adding-not-nullable-field',
  'adding-required-field',
  'ban-alter-domain-with-add-constraint',
  'ban-drop-column',
  'ban-drop-not-null',
  'ban-drop-table',
  'changing-column-type',
  'disallowed-unique-constraint',
  'renaming-column',
  'renaming-table',
]);

/** Of vocabularies that are no list of rules like ours. */
const CLASSES =
  'they name classes that cover several of our rules or cut across them';

/** The files of a corpus that are measured, and how. */
export const sources: readonly Source[] = [
  {
    name: 'jsonschema.apicurio',
    format: 'json-schema',
    options: { compatibility: 'backward' },
    forward: true,
    targets: { verdicts: 0.95 },
    differences: [
      {
        cases: /^Const$/,
        because:
          'a constant of another type than is asked for fits nothing, and nothing fits into anything',
      },
      {
        cases: /anyOf 1$/,
        because:
          'a word such as maxLength allows all that is no text, so both allow everything',
      },
      {
        cases: /oneOf/,
        because:
          'members overlap: compared one by one they seem fine, as a whole they may refuse what two of them allow',
      },
      {
        cases: /^Conditional: if$/,
        because:
          'the value that joined the condition is ruled out elsewhere, so nothing changes',
      },
    ],
  },
  {
    name: 'jsonschema.jsonsubschema',
    format: 'json-schema',
    options: { compatibility: 'backward' },
    targets: { verdicts: 0.95 },
    differences: [
      {
        cases: /^jss-44[157]$/,
        because:
          'a format is added; they take it for a note, we for a constraint',
      },
    ],
  },
  {
    name: 'jsonschema.karapace',
    format: 'json-schema',
    options: { compatibility: 'backward' },
    include: one =>
      ![one.base, one.revision].some(
        text =>
          /"not"/.test(String(text)) || /^(true|false)$/.test(String(text)),
      ),
    left: 'cases built on true, false and not are quirks of that registry',
    targets: { verdicts: 0.97 },
    differences: [
      {
        cases: /restricted field/,
        because:
          'a property that is declared to hold anything restricts nothing',
      },
    ],
  },
  {
    name: 'openapi.oasdiff',
    format: 'openapi',
    include: one => one.config === null,
    left: 'cases with options that are not the defaults',
    rules: errorsAndWarnings,
    rulesFrom: 'dangerous',
    targets: { verdicts: 0.97, rules: 0.93 },
    differences: [
      {
        cases: /security/,
        because:
          'who could call without signing in, or with less, cannot any more',
      },
      {
        cases: /no change to headers/,
        because: 'one check was asked; the success status went as well',
      },
      {
        cases: /pattern/,
        because: 'the new pattern is proven to allow all that the old one did',
      },
    ],
  },
  {
    name: 'openapi.qubership',
    format: 'openapi',
    targets: { verdicts: 0.93 },
    differences: [
      {
        cases: /Remove mandatory authentication/,
        because: 'who signs in with both still can',
      },
      {
        cases: /Add (min|max)\w+ for|Update pattern/,
        because:
          'a bound or pattern that is set is a warning in the vocabulary we follow: it often writes down what held already',
      },
      {
        cases: /Remove (property|allOf)|Update header name/,
        because:
          'what is removed from a request, or was optional in a response, is a warning in the vocabulary we follow',
      },
      {
        cases: /required property with default/,
        because: 'required is required, whatever the default',
      },
      {
        cases: /Add allOf option/,
        because:
          'one more schema that has to hold is an error in the vocabulary we follow',
      },
      {
        cases: /as readOnly|Remove pattern/,
        because: 'the vocabulary we follow tells it without alarm',
      },
    ],
  },
  {
    name: 'openapi.openapitools',
    format: 'openapi',
    otherIds: CLASSES,
    differences: [
      {
        cases: /^oadiff-/,
        because:
          'they alarm on discriminators, addresses of sign-in and marks such as readOnly, which the vocabulary we follow tells without alarm, and pass over optional properties that go',
      },
    ],
  },
  {
    name: 'openapi.optic',
    format: 'openapi',
    otherIds: CLASSES,
    differences: [
      {
        cases: /^optic-/,
        because: 'they know no warnings, and let unions replace what they hold',
      },
    ],
  },
  {
    name: 'openapi.azure-oad',
    format: 'openapi',
    otherIds: CLASSES,
    differences: [
      {
        cases: /^oad-/,
        because:
          'their policy also minds version numbers, names of shared schemas and read-only properties of requests',
      },
    ],
  },
  {
    name: 'graphql.graphqljs',
    format: 'graphql',
    rules: one => idsOf(one).flatMap(id => ofGraphqlJs(id) ?? []),
    targets: { verdicts: 1 },
    differences: [
      {
        cases: /^graphqljs-003$/,
        because:
          'a scalar of the language that nothing uses any more is not told: nobody can ask for it',
      },
    ],
  },
  {
    name: 'graphql.inspector',
    format: 'graphql',
    rules: one =>
      (one.rules ?? []).flatMap(rule =>
        typeof rule === 'object' && rule.id && rule.level
          ? ofInspector(rule.id, rule.level) ?? []
          : [],
      ),
    differences: [
      {
        cases: /^inspector-/,
        because:
          'marks that directives put on a schema say nothing about its calls; an optional input field may change what is meant',
      },
    ],
  },
  {
    name: 'graphql.qubership',
    format: 'graphql',
    differences: [
      {
        cases: /directive/i,
        because:
          'they look at calls only through operations that they can see; a client may use a directive that nothing in the schema uses',
      },
      {
        cases: /enum value|object type in union|default value|input type arg/i,
        because:
          'they judge by where a type is used; we follow the reference implementation, to which adding a value is dangerous and removing one breaking',
      },
      {
        cases: /Remove field from interface type/,
        because: 'queries that ask the interface for the field are refused',
      },
    ],
  },
  {
    name: 'avro.apache-py',
    format: 'avro',
    options: { compatibility: 'backward' },
    rules: one => idsOf(one).map(id => id.replaceAll('_', '-')),
    targets: { verdicts: 1, rules: 0.95 },
    tallies: [{ what: 'same paths', count: agreedPaths, target: 0.95 }],
  },
  {
    name: 'avro.apicurio',
    format: 'avro',
    options: { compatibility: 'backward' },
    forward: true,
    targets: { verdicts: 1 },
  },
  {
    name: 'asyncapi.qubership-derived',
    format: 'asyncapi',
    targets: { verdicts: 0.93 },
    differences: [
      {
        cases: /required-property-with-default/,
        because: 'required is required, whatever the default',
      },
      {
        cases: /remove-(all-of|property)/,
        because:
          'a property that goes may be left aside by who reads; whether that hurts is for people to say',
      },
      {
        cases: /add-all-of-option/,
        because:
          'one more schema that has to hold refuses what it does not allow',
      },
      {
        cases: /update-format-for-number/,
        because: 'every float is a double',
      },
      {
        cases: /equivalent-value/,
        because: 'the list of types does not have null, which was allowed',
      },
      {
        cases: /read-only/,
        because: 'who writes a message may write all of it',
      },
    ],
  },
  {
    name: 'asyncapi.standard-rules',
    format: 'asyncapi',
    include: one => one.classification !== 'unclassified',
    left: 'lines that a table leaves open, edits of what is no text, and places that no definition of ours has',
    texts: textsOfTable,
    expected: one => one.classification as Case['expected'],
    differences: [
      {
        cases: /info|\/id |asyncapi$|tags|license/,
        because: 'what is said about a definition changes no message',
      },
      {
        cases: /./,
        because:
          'their table judges by place alone, whoever sends or reads, and takes any word less for a break',
      },
    ],
  },
  {
    name: 'protobuf.buf',
    format: 'protobuf',
    texts: one => ({
      base: JSON.stringify(one.base),
      revision: JSON.stringify({
        'buf.yaml': 'version: v1\nbreaking:\n  use: [FILE]\n',
        ...Object(one.revision),
      }),
    }),
    rules: one => idsOf(one).map(id => id.toLowerCase().replaceAll('_', '-')),
    targets: { verdicts: 1, rules: 0.99 },
    tallies: [
      { what: 'same annotations', count: agreedAnnotations, target: 0.99 },
    ],
  },
  {
    name: 'protobuf.karapace',
    format: 'protobuf',
    otherIds:
      'they name kinds of change, harmless ones as well, and up to three of them for what is one finding',
    // A registry of binary data: names and generated code are nothing to it.
    texts: one => ({
      base: JSON.stringify(one.base),
      revision: JSON.stringify({
        'buf.yaml': 'version: v1\nbreaking:\n  use: [WIRE]\n',
        ...Object(one.revision),
      }),
    }),
  },
  {
    name: 'sql.pg-schema-diff',
    format: 'sql',
    otherIds: 'they name risks of running a migration',
    targets: { verdicts: 0.9 },
    tallies: [
      {
        what: 'data that is deleted, as breaking',
        count: (one, found) =>
          counted(
            one.hazards?.includes('DeletesData'),
            found?.some(({ severity }) => severity === 'breaking'),
          ),
        target: 54 / 61,
      },
      {
        what: 'empty plans, without findings',
        count: (one, found) => counted(one.empty_plan, found?.length === 0),
        target: 1,
      },
    ],
  },
  {
    name: 'sql.migra',
    format: 'sql',
    expected: one =>
      one.destructive_statements?.length ? 'breaking' : 'non-breaking',
    differences: [
      {
        cases: /^migra-(10|13|23)$/,
        because:
          'their migration was asked to leave a schema or an object alone that the two versions do differ in',
      },
      {
        cases: /^migra-01$/,
        because:
          'another collation refuses no statement, so it is dangerous to us',
      },
      {
        cases: /^migra-24$/,
        because:
          'a trigger that goes refuses no statement, so it is dangerous to us',
      },
      {
        cases: /^migra-26$/,
        because:
          'they drop a view to make it anew with one column more; who reads it loses nothing',
      },
    ],
  },
  {
    name: 'sql-migration.squawk',
    format: 'sql',
    otherIds: CLASSES,
    // Migrations without what they are applied to; only rules that mind clients, where they fire, say that something breaks.
    include: one =>
      one.expected_rule_fires === true &&
      idsOf(one).some(id => MINDS_CLIENTS.has(id)),
    left: 'rules about locks, style and time-outs, and what does not fire, which says nothing about clients',
    texts: asMigration,
    expected: () => 'breaking',
    differences: [
      {
        cases: /^squawk-0(22|23|92)$/,
        because:
          'the rule minds locks; a new column that may be left out breaks nobody, whatever is asked of it',
      },
    ],
  },
  {
    name: 'sql-migration.bytebase',
    format: 'sql',
    otherIds: CLASSES,
    include: one =>
      !/CHANGE|MODIFY|EXEC|DATABASE|CHECK|LIKE|INT NOT NULL/.test(
        String(one.revision),
      ),
    left: 'statements of other dialects, and those about whole databases',
    texts: asMigration,
    differences: [
      {
        cases: /^bytebase-038$/,
        because: 'what a migration makes and drops again nobody has used',
      },
    ],
  },
];

/** A migration as the pair of what it seems to be applied to and what comes of it. */
function asMigration(one: Case): { base: string; revision: string } {
  const base = presumedBase(String(one.revision));
  return { base, revision: `${base}\n${one.revision}` };
}

/** One case of a tally, if it is one. */
function counted(is: boolean | undefined, agrees: boolean | undefined) {
  return { agreed: is && agrees ? 1 : 0, of: is ? 1 : 0 };
}

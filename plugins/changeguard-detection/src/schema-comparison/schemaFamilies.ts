import { Severity } from '../Finding';

/** The places of a schema, as rule ids call them. */
export type Place =
  | 'request-body'
  | 'request-property'
  | 'request-parameter'
  | 'request-parameter-property'
  | 'response-body'
  | 'response-property'
  | 'response-header';

/** Rules that differ in their place only: `request-body-max-decreased`, `response-property-max-decreased` and so on. */
export interface SchemaFamily {
  /** What the ids end with. */
  change: string;
  /** How much it breaks for who sends requests, and for who reads responses. */
  request: Severity;
  response: Severity;
  /** What happened, after the subject: `The request body …`. */
  did: string;
  /** The same as a noun, for the purpose sentence. */
  what: string;
  /** Further places beside bodies and properties. */
  also?: readonly Place[];
  /** Places that judge otherwise, or where nobody minds. */
  except?: Partial<Record<Place, Severity | null>>;
  /** Why a place or the opposite change has no rule. */
  waiver?: string;
}

const b = 'breaking';
const d = 'dangerous';
const n = 'non-breaking';
const parameter: readonly Place[] = ['request-parameter', 'response-header'];
const parameters: readonly Place[] = [
  'request-parameter',
  'request-parameter-property',
];
const scalars: readonly Place[] = [...parameters, 'response-header'];
const everywhere = scalars;
const values = '({before} → {after})';

/** A bound: lowered, raised, set and taken away. */
function bound(
  noun: string,
  words: string,
  upper: boolean,
  set: Severity = d,
): SchemaFamily[] {
  const stricter = upper ? 'decreased' : 'increased';
  const looser = upper ? 'increased' : 'decreased';
  const family = (
    change: string,
    request: Severity,
    response: Severity,
    did: string,
    what: string,
  ): SchemaFamily => ({
    change: `${noun}-${change}`,
    request,
    response,
    did: `${did} ${values}`,
    what,
    also: parameter,
  });
  return [
    family(stricter, b, n, `has a stricter ${words}`, `a stricter ${words}`),
    family(looser, n, b, `has a looser ${words}`, `a looser ${words}`),
    family('set', set, n, `has a ${words} now`, `a ${words} where none was`),
    family('unset', n, b, `has no ${words} any more`, `no ${words} any more`),
  ];
}

/** A constraint that came or went. */
function constraint(
  noun: string,
  words: string,
  more: Partial<SchemaFamily> = {},
): SchemaFamily[] {
  return [
    {
      change: `${noun}-added`,
      request: b,
      response: n,
      did: `has ${words} now ({after})`,
      what: `${words} where there was none`,
      ...more,
    },
    {
      change: `${noun}-removed`,
      request: n,
      response: b,
      did: `has no ${words.replace(/^an? /, '')} any more ({before})`,
      what: `${words} that is gone`,
      ...more,
    },
  ];
}

/** Something said about a schema that changes no value. */
function note(change: string, did: string, what: string): SchemaFamily {
  return { change, request: n, response: n, did, what };
}

/** All rules about schemas, without their places. */
export const schemaFamilies: readonly SchemaFamily[] = [
  ...bound('max', 'maximum', true),
  ...bound('min', 'minimum', false),
  ...bound('exclusive-max', 'exclusive maximum', true),
  ...bound('exclusive-min', 'exclusive minimum', false),
  ...bound('max-length', 'maximum length', true),
  ...bound('min-length', 'minimum length', false),
  ...bound('max-items', 'maximum number of items', true, b),
  ...bound('min-items', 'minimum number of items', false),
  ...bound('max-properties', 'maximum number of properties', true, b),
  ...bound('min-properties', 'minimum number of properties', false, b),
  ...bound('max-contains', 'maximum number of matching items', true, b),
  ...bound('min-contains', 'minimum number of matching items', false, b),
  {
    change: 'type-changed',
    request: b,
    response: b,
    did: 'has another type ({before} → {after})',
    what: 'another type',
    also: everywhere,
    except: { 'request-parameter-property': d },
  },
  {
    change: 'type-generalized',
    request: n,
    response: b,
    did: 'allows more types ({before} → {after})',
    what: 'more types than before',
    also: everywhere,
  },
  {
    change: 'type-specialized',
    request: b,
    response: n,
    did: 'allows fewer types ({before} → {after})',
    what: 'fewer types than before',
    also: ['request-parameter-property', 'response-header'],
    except: { 'request-body': null, 'request-property': null },
    waiver: 'requests with fewer types are judged as a changed type',
  },
  {
    change: 'type-compatible',
    request: n,
    response: n,
    did: 'has another type that is written the same ({before} → {after})',
    what: 'another type that is the same text on the wire',
    also: ['response-header'],
  },
  {
    change: 'list-of-types-widened',
    request: n,
    response: b,
    did: 'may also be {name}',
    what: 'more types in a list of types',
    also: parameters,
  },
  {
    change: 'list-of-types-narrowed',
    request: b,
    response: n,
    did: 'may not be {name} any more',
    what: 'fewer types in a list of types',
    also: parameters,
  },
  {
    change: 'became-nullable',
    request: n,
    response: b,
    did: 'may be null now',
    what: 'null where it was not allowed',
    also: everywhere,
  },
  {
    change: 'became-not-nullable',
    request: b,
    response: n,
    did: 'may not be null any more',
    what: 'no null any more',
    also: everywhere,
  },
  {
    change: 'became-enum',
    request: b,
    response: n,
    did: 'is limited to a list of values now ({after})',
    what: 'a list of values where anything was allowed',
    also: parameter,
  },
  {
    change: 'became-not-enum',
    request: n,
    response: d,
    did: 'is not limited to a list of values any more ({before})',
    what: 'values beyond the list there was',
    also: parameter,
  },
  {
    change: 'enum-value-removed',
    request: b,
    response: n,
    did: 'does not allow the value {name} any more',
    what: 'a value less in a list',
    also: scalars,
    except: { 'response-body': null },
    waiver:
      'for the body of a response it is response-mediatype-enum-value-removed',
  },
  {
    change: 'enum-value-added',
    request: n,
    response: d,
    did: 'allows the value {name} now',
    what: 'a value more in a list',
    also: scalars,
  },
  {
    change: 'x-extensible-enum-value-removed',
    request: b,
    response: n,
    did: 'does not name the value {name} any more',
    what: 'a value less in an open list',
    also: parameter,
  },
  {
    change: 'x-extensible-enum-value-added',
    request: n,
    response: n,
    did: 'names the value {name} now',
    what: 'a value more in a list that readers know to be open',
    also: parameter,
  },
  ...constraint('const', 'a single allowed value', { also: parameter }),
  {
    change: 'const-changed',
    request: b,
    response: b,
    did: `allows another single value ${values}`,
    what: 'another single value',
    also: parameter,
  },
  ...(['added', 'removed', 'changed'] as const).map(
    (verb): SchemaFamily => ({
      change: `default-value-${verb}`,
      request: n,
      response: n,
      did: `has its default ${verb} ${values}`,
      what: `a default that was ${verb}`,
      also: parameter,
      except: { 'request-parameter': b, 'response-header': n },
    }),
  ),
  {
    change: 'pattern-added',
    request: b,
    response: n,
    did: 'has to match a pattern now ({after})',
    what: 'a pattern where there was none',
    also: parameter,
  },
  // For properties and parameters the levels are those of the vocabulary we follow; it says nothing about bodies and headers.
  {
    change: 'pattern-removed',
    request: n,
    response: b,
    did: 'need not match a pattern any more ({before})',
    what: 'texts beyond a pattern',
    also: parameter,
    except: { 'response-property': n },
  },
  {
    change: 'pattern-changed',
    request: b,
    response: b,
    did: `has to match another pattern ${values}`,
    what: 'another pattern',
    also: parameter,
    except: {
      'request-property': d,
      'request-parameter': d,
      'response-property': n,
    },
  },
  {
    change: 'pattern-generalized',
    request: n,
    response: b,
    did: `has to match a wider pattern ${values}`,
    what: 'a wider pattern',
    also: parameter,
    except: { 'response-property': n },
    waiver:
      'whether a pattern is narrower is not decided: it is judged as changed',
  },
  ...constraint('multiple-of', 'a step', { also: parameter }),
  {
    change: 'multiple-of-changed',
    request: b,
    response: b,
    did: `has another step ${values}`,
    what: 'another step',
    also: parameter,
  },
  {
    change: 'multiple-of-generalized',
    request: n,
    response: b,
    did: `has a finer step ${values}`,
    what: 'a finer step',
    also: parameter,
  },
  {
    change: 'multiple-of-specialized',
    request: b,
    response: n,
    did: `has a coarser step ${values}`,
    what: 'a coarser step',
    also: parameter,
  },
  ...constraint('unique-items', 'items that must not repeat', {
    also: parameter,
  }),
  {
    change: 'additional-properties-closed',
    request: b,
    response: n,
    did: 'refuses undeclared properties now',
    what: 'no undeclared properties any more',
  },
  {
    change: 'additional-properties-opened',
    request: n,
    response: d,
    did: 'allows undeclared properties now',
    what: 'undeclared properties',
  },
  {
    change: 'additional-properties-limited',
    request: b,
    response: n,
    did: 'limits undeclared properties now ({after})',
    what: 'limits for undeclared properties',
  },
  {
    change: 'additional-properties-unlimited',
    request: n,
    response: b,
    did: 'does not limit undeclared properties any more ({before})',
    what: 'no limits for undeclared properties any more',
  },
  {
    change: 'all-of-added',
    request: b,
    response: n,
    did: 'has to be valid for one more schema ({name})',
    what: 'one more schema that has to hold',
    also: parameters,
  },
  {
    change: 'all-of-removed',
    request: d,
    response: n,
    did: 'need not be valid for a schema any more ({name})',
    what: 'one schema less that has to hold',
    also: parameters,
  },
  note(
    'all-of-added-annotation-only',
    'has one more schema that says nothing about values',
    'a schema without constraints',
  ),
  note(
    'all-of-removed-annotation-only',
    'has one schema less that said nothing about values',
    'a schema without constraints less',
  ),
  {
    change: 'any-of-added',
    request: n,
    response: n,
    did: 'has one more alternative ({name})',
    what: 'one more alternative',
    also: parameters,
  },
  {
    change: 'any-of-removed',
    request: b,
    response: n,
    did: 'has one alternative less ({name})',
    what: 'one alternative less',
    also: parameters,
  },
  {
    change: 'one-of-added',
    request: n,
    response: b,
    did: 'has one more alternative ({name})',
    what: 'one more alternative',
    also: parameters,
  },
  {
    change: 'one-of-removed',
    request: b,
    response: n,
    did: 'has one alternative less ({name})',
    what: 'one alternative less',
    also: parameters,
  },
  ...(['one-of', 'any-of'] as const).flatMap((noun): SchemaFamily[] => [
    {
      change: `wrapped-in-${noun}`,
      request: b,
      response: b,
      did: 'became a choice of alternatives ({after})',
      what: 'a choice of alternatives in place of one schema',
      also: parameters,
    },
    {
      change: `unwrapped-from-${noun}`,
      request: b,
      response: b,
      did: 'is no choice of alternatives any more ({before})',
      what: 'one schema in place of a choice of alternatives',
      also: parameters,
    },
  ]),
  note(
    'discriminator-added',
    'has a discriminator now ({after})',
    'a discriminator',
  ),
  note(
    'discriminator-removed',
    'has no discriminator any more ({before})',
    'no discriminator any more',
  ),
  note(
    'discriminator-property-name-changed',
    `tells alternatives apart by another property ${values}`,
    'another discriminating property',
  ),
  note(
    'discriminator-mapping-added',
    'maps {name} to an alternative now',
    'one more value of the discriminator',
  ),
  note(
    'discriminator-mapping-deleted',
    'does not map {name} any more',
    'one value of the discriminator less',
  ),
  note(
    'discriminator-mapping-changed',
    'maps {name} to another alternative',
    'another alternative for a value of the discriminator',
  ),
  ...constraint('contains', 'an item it has to contain'),
  ...constraint('if', 'a condition'),
  ...constraint('then', 'a consequence of its condition'),
  ...constraint('else', 'an alternative to its condition'),
  ...constraint('property-names', 'limits for names'),
  ...constraint('unevaluated-items', 'limits for remaining items'),
  ...constraint('unevaluated-properties', 'limits for remaining properties'),
  ...constraint('content-schema', 'a schema for its content'),
  ...constraint('pattern-property', 'a schema for names that match {name}'),
  ...constraint('dependent-schema', 'a schema that {name} brings'),
  ...constraint('dependent-required', 'properties that {name} requires'),
  ...constraint('not', 'a schema it must not match'),
  {
    change: 'dependent-required-changed',
    request: b,
    response: b,
    did: `requires other properties beside {name} ${values}`,
    what: 'other properties that one requires',
  },
  {
    change: 'prefix-items-added',
    request: n,
    response: b,
    did: `has more items with schemas of their own ${values}`,
    what: 'more items with schemas of their own',
  },
  {
    change: 'prefix-items-removed',
    request: b,
    response: n,
    did: `has fewer items with schemas of their own ${values}`,
    what: 'fewer items with schemas of their own',
  },
  {
    change: 'content-media-type-changed',
    request: b,
    response: b,
    did: `holds text of another media type ${values}`,
    what: 'another media type of a text',
  },
  {
    change: 'content-encoding-changed',
    request: b,
    response: b,
    did: `holds text in another encoding ${values}`,
    what: 'another encoding of a text',
  },
];

import { Severity } from '../../../Finding';
import { Rule } from '../../../Rule';
import {
  Place,
  schemaFamilies,
  SchemaFamily,
} from '../../../schema-comparison/schemaFamilies';

/** What messages call a place. */
export const SUBJECTS: Readonly<Record<Place, string>> = {
  'request-body': 'The request body',
  'request-property': 'The request property {path}',
  'request-parameter': 'The {in} parameter {parameter}',
  'request-parameter-property':
    'The property {path} of the {in} parameter {parameter}',
  'response-body': 'The body of the response {status}',
  'response-property': 'The property {path} of the response {status}',
  'response-header': 'The header {header} of the response {status}',
};

const ONE_SIDED: Partial<Record<Place, string>> = {
  'request-parameter': 'only requests have parameters',
  'request-parameter-property': 'only requests have parameters',
  'response-header': 'headers of requests are parameters',
};

const OWN: readonly Place[] = [
  'request-body',
  'request-property',
  'response-body',
  'response-property',
];

const PURPOSES: Readonly<
  Record<'request' | 'response', Readonly<Record<Severity, string>>>
> = {
  request: {
    breaking: 'Requests that were fine may be refused',
    dangerous: 'Some requests may be refused or mean something else',
    'non-breaking': 'Requests that were fine stay fine',
  },
  response: {
    breaking: 'Clients may receive what they cannot handle',
    dangerous: 'Clients may receive what they do not expect',
    'non-breaking': 'Clients receive nothing they cannot handle',
  },
};

/** The sentence that says why a change matters on one side. */
export function purposeOf(
  side: 'request' | 'response',
  severity: Severity,
  what: string,
): string {
  return `${PURPOSES[side][severity]}: ${what}.`;
}

/** The rules of all families at all their places. */
export const schemaRules: readonly Rule[] = schemaFamilies.flatMap(family =>
  [...OWN, ...(family.also ?? [])].flatMap(place => ruleAt(family, place)),
);

function ruleAt(family: SchemaFamily, place: Place): Rule[] {
  const side = place.startsWith('request') ? 'request' : 'response';
  const except = family.except?.[place];
  if (except === null) return [];
  const severity = except ?? family[side];
  const other = place.replace(
    side,
    side === 'request' ? 'response' : 'request',
  );
  const hasTwin =
    (OWN.includes(other as Place) || family.also?.includes(other as Place)) &&
    family.except?.[other as Place] !== null;
  return [
    {
      id: `${place}-${family.change}`,
      severity,
      side,
      purpose: purposeOf(side, severity, family.what),
      message: `${SUBJECTS[place]} ${family.did}.`,
      twin: hasTwin
        ? `${other}-${family.change}`
        : { waiver: family.waiver ?? ONE_SIDED[place] ?? 'see its family' },
    },
  ];
}

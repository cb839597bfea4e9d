import { Case } from './Case';
import { Source } from './Source';

/** Ids that oasdiff calls errors or warnings. */
function errorsAndWarnings(one: Case): string[] {
  return (one.rules ?? [])
    .filter(({ level }) => level === 'ERR' || level === 'WARN')
    .map(({ id }) => id);
}

/** The files of a corpus that are measured, and how. */
export const sources: readonly Source[] = [
  {
    name: 'jsonschema.apicurio',
    format: 'json-schema',
    json: true,
    options: { compatibility: 'backward' },
    forward: true,
    targets: { verdicts: 0.95 },
  },
  {
    name: 'jsonschema.jsonsubschema',
    format: 'json-schema',
    json: true,
    options: { compatibility: 'backward' },
    targets: { verdicts: 0.95 },
  },
  {
    name: 'jsonschema.karapace',
    format: 'json-schema',
    json: true,
    options: { compatibility: 'backward' },
    include: one =>
      ![one.base, one.revision].some(
        text =>
          /"not"/.test(String(text)) || /^(true|false)$/.test(String(text)),
      ),
    left: 'cases built on true, false and not are quirks of that registry',
    targets: { verdicts: 0.97 },
  },
  {
    name: 'openapi.oasdiff',
    format: 'openapi',
    json: true,
    include: one => one.config === null,
    left: 'cases with options that are not the defaults',
    rules: errorsAndWarnings,
    rulesFrom: 'dangerous',
    targets: { verdicts: 0.97, rules: 0.93 },
  },
  {
    name: 'openapi.qubership',
    format: 'openapi',
    json: true,
    targets: { verdicts: 0.93 },
  },
  { name: 'openapi.openapitools', format: 'openapi' },
  { name: 'openapi.optic', format: 'openapi' },
  { name: 'openapi.azure-oad', format: 'openapi' },
];

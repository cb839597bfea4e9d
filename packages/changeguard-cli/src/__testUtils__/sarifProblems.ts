import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

// A pattern of the schema has a bracket too many, which older rules for patterns let pass.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What is wrong with a text as SARIF 2.1.0, after its own schema. */
export function sarifProblems(text: string) {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

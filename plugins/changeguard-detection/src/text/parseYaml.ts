import { CORE_SCHEMA, load, mergeTag, YAMLException } from 'js-yaml';
import { Budget } from '../Comparison';
import { TextResult } from './TextDocument';

/** YAML 1.2 without dates, with the merge key that many definitions use. */
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

/** Reads one YAML document. */
export function parseYaml(text: string, budget: Budget): TextResult {
  try {
    const value = load(text, {
      schema: SCHEMA,
      maxDepth: budget.depth,
      maxTotalMergeKeys: 100_000,
    });
    return { outcome: 'read', document: { syntax: 'yaml', text, value } };
  } catch (error) {
    const said = error instanceof YAMLException ? error.reason : String(error);
    const deep = /maxDepth/.test(said) || error instanceof RangeError;
    return {
      outcome: 'failed',
      failure: {
        reason: deep ? 'too-deep' : 'parse-error',
        message: deep
          ? `The text is nested more than ${budget.depth} levels deep.`
          : `The text is not YAML: ${said.slice(0, 200)}.`,
        line:
          error instanceof YAMLException && error.mark
            ? error.mark.line + 1
            : undefined,
      },
    };
  }
}

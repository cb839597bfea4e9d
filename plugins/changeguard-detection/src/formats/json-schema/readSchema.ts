import { Comparison } from '../../Comparison';
import { misfitReasons, misfitsOf } from '../../form/misfitsOf';
import { Form } from '../../form/Form';
import { Dialect, dialectOf } from '../../schema-containment/Dialect';
import { SchemaDocument } from '../../schema-containment/SchemaDocument';
import { knownTypes, schemaForm } from '../../schema-containment/schemaForm';
import { isObject } from '../../text/isObject';

/** A schema that can be compared, at least in part. */
export interface ReadSchema {
  document: SchemaDocument;
  /** What of it cannot be compared, in sentences. */
  reasons: readonly string[];
}

/** A parsed text as a schema; a failure where it is none, or one that is not understood. */
export function readSchema(
  which: 'base' | 'revision',
  value: unknown,
): ReadSchema | Extract<Comparison<never>, { outcome: 'failed' }> {
  if (!isObject(value) && typeof value !== 'boolean') {
    return {
      outcome: 'failed',
      reason: 'parse-error',
      which,
      message:
        'The text is no JSON Schema: that is an object, or `true` or `false`.',
    };
  }
  const written = dialectOf(value);
  if (written.outcome === 'unsupported') {
    return {
      outcome: 'failed',
      reason: 'unsupported',
      which,
      message: `The schema says that it is written in '${written.uri.slice(
        0,
        200,
      )}'; drafts 4 to 2020-12 are supported.`,
    };
  }
  const reasons = misfitReasons(
    misfitsOf(value, formOf(value, written.dialect)),
  );
  if (written.outcome === 'custom') {
    reasons.unshift(
      `The schema says that it is written in '${written.uri.slice(
        0,
        200,
      )}', which is not known: it was read as draft 2020-12.`,
    );
  }
  return {
    document: new SchemaDocument(which, value, written.dialect),
    reasons,
  };
}

/** Parts that say themselves what they are written in have to say the same as the whole: it is read in one way. */
function formOf(root: unknown, dialect: Dialect): Form {
  const { $schema: own } = Object(root);
  return schemaForm(knownTypes, {
    noun: 'the draft of the whole schema',
    fits: uri => {
      if (typeof uri !== 'string') return false;
      if (uri === own) return true;
      const written = dialectOf({ $schema: uri });
      return written.outcome === 'known' && written.dialect === dialect;
    },
  });
}

import { Comparison } from '../../Comparison';
import { misfitReasons, misfitsOf } from '../../form/misfitsOf';
import { ApiDocument } from '../../schema-comparison/ApiDocument';
import { openApi30, openApi31 } from '../../schema-containment/Dialect';
import { isObject } from '../../text/isObject';
import { wordOf } from '../../text/wordOf';
import { openApi3Form, swagger2Form } from './definitionForms';
import { liftSwagger2 } from './liftSwagger2';

/** A definition that can be compared, at least in part. */
export interface ReadDefinition {
  document: ApiDocument;
  /** What of it cannot be compared, in sentences. */
  reasons: readonly string[];
}

/** A parsed text as a definition in the model of OpenAPI 3; a failure where it is none, or one that is not understood. */
export function readDefinition(
  which: 'base' | 'revision',
  value: unknown,
): ReadDefinition | Extract<Comparison<never>, { outcome: 'failed' }> {
  const refused = (message: string) =>
    ({ outcome: 'failed', reason: 'unsupported', which, message } as const);
  if (
    !isObject(value) ||
    (value.openapi === undefined && value.swagger === undefined)
  ) {
    return refused(
      'The text is no OpenAPI definition: it says neither `openapi: 3.x` nor `swagger: "2.0"`.',
    );
  }
  const said = wordOf(value.swagger ?? value.openapi).slice(0, 60);
  const isOld = value.swagger !== undefined;
  if (!(isOld ? /^2(\.0)*$/ : /^3($|\.[01]([.-]|$))/).test(said)) {
    return refused(
      `The definition says that it is version '${said}'; Swagger 2.0 and OpenAPI 3.0 and 3.1 are supported.`,
    );
  }
  const misfits = misfitsOf(value, isOld ? swagger2Form : openApi3Form);
  const paths = misfits.find(({ pointer }) => pointer === '/paths');
  if (paths) {
    return refused(
      `The text is no OpenAPI definition: at '/paths' there has to be ${paths.noun}.`,
    );
  }
  return {
    document: isOld ? lifted(which, value) : written(which, value, said),
    reasons: misfitReasons(misfits),
  };
}

function lifted(
  which: 'base' | 'revision',
  root: Record<string, unknown>,
): ApiDocument {
  const { value, origins } = liftSwagger2(root);
  return new ApiDocument(which, value, openApi30, origins);
}

function written(
  which: 'base' | 'revision',
  root: Record<string, unknown>,
  version: string,
): ApiDocument {
  // YAML reads an unquoted 3.0 as the number 3.
  const dialect = version.startsWith('3.1') ? openApi31 : openApi30;
  return new ApiDocument(which, root, dialect);
}

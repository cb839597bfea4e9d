import { Comparison } from '../../Comparison';
import { misfitReasons, misfitsOf } from '../../form/misfitsOf';
import { ApiDocument } from '../../schema-comparison/ApiDocument';
import { asyncApi } from '../../schema-containment/Dialect';
import { isObject } from '../../text/isObject';
import { wordOf } from '../../text/wordOf';
import { asyncApi2Form, asyncApi3Form } from './definitionForms';
import { Definition } from './model/Definition';
import { Version2Reader } from './model/Version2Reader';
import { Version3Reader } from './model/Version3Reader';

/** A definition that can be compared, at least in part. */
export interface ReadDefinition {
  definition: Definition;
  /** What of it cannot be compared, in sentences. */
  reasons: readonly string[];
}

/** A parsed text as a definition; a failure where it is none, or one that is not understood. */
export function readDefinition(
  which: 'base' | 'revision',
  value: unknown,
): ReadDefinition | Extract<Comparison<never>, { outcome: 'failed' }> {
  const refused = (message: string) =>
    ({ outcome: 'failed', reason: 'unsupported', which, message } as const);
  if (!isObject(value) || value.asyncapi === undefined) {
    return refused(
      'The text is no AsyncAPI definition: it says neither `asyncapi: 2.x` nor `asyncapi: 3.x`.',
    );
  }
  const said = wordOf(value.asyncapi).slice(0, 60);
  const version = /^(?:(2)\.[0-6]|(3)\.0)(?:[.-]|$)/.exec(said);
  if (!version) {
    return refused(
      `The definition says that it is version '${said}'; AsyncAPI 2.0 to 2.6 and 3.0 are supported.`,
    );
  }
  const isOld = version[1] === '2';
  const misfits = misfitsOf(value, isOld ? asyncApi2Form : asyncApi3Form);
  const channels = misfits.find(({ pointer }) => pointer === '/channels');
  if (channels) {
    return refused(
      `The text is no AsyncAPI definition: at '/channels' there has to be ${channels.noun}.`,
    );
  }
  const document = new ApiDocument(which, value, asyncApi);
  const reader = isOld
    ? new Version2Reader(document)
    : new Version3Reader(document);
  return { definition: reader.read(), reasons: misfitReasons(misfits) };
}

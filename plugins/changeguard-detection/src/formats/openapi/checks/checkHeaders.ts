import { Context } from '../Context';
import { Located } from '../../../schema-comparison/ApiDocument';
import { headersOf } from '../model/headersOf';
import { schemaOf } from '../model/Parameter';

/** The headers of a response; their case means nothing. */
export function checkHeaders(
  operation: string,
  status: string,
  before: Located,
  after: Located,
  context: Context,
): void {
  const old = headersOf(context.base, before);
  const now = headersOf(context.revision, after);
  for (const [key, [header, located]] of old) {
    const identity = `response ${status} header ${key}`;
    const details = { status, header };
    const same = now.get(key)?.[1];
    const was = located.value.required === true;
    if (!same) {
      const need = was ? 'required' : 'optional';
      context.report.add(`${need}-response-header-removed`, {
        operation,
        base: located.pointer,
        before: header,
        identity,
        details,
      });
      continue;
    }
    const is = same.value.required === true;
    if (was !== is) {
      const change = is ? 'required' : 'optional';
      context.report.add(`response-header-became-${change}`, {
        operation,
        base: located.pointer,
        revision: same.pointer,
        before: was,
        after: is,
        identity,
        details,
      });
    }
    const oldSchema = schemaOf(context.base, located);
    const newSchema = schemaOf(context.revision, same);
    if (oldSchema && newSchema) {
      context.schemas.state(context.pairs.pair(oldSchema, newSchema), {
        operation,
        side: 'response',
        place: 'header',
        json: false,
        identity,
        details,
      });
    }
  }
  for (const [key, [header, located]] of now) {
    if (old.has(key)) continue;
    context.report.add('response-header-added', {
      operation,
      revision: located.pointer,
      after: header,
      identity: `response ${status} header ${key}`,
      details: { status, header },
    });
  }
}

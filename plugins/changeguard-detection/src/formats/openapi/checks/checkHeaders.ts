import { Context } from '../Context';
import { Located } from '../../../schema-comparison/ApiDocument';
import { removalOf } from '../../../schema-comparison/lifecycle';
import { wordOf } from '../../../text/wordOf';
import { matchHeaders } from '../model/matchHeaders';
import { schemaOf } from '../model/Parameter';

/** The headers of a response; their case means nothing. */
export function checkHeaders(
  operation: string,
  status: string,
  before: Located,
  after: Located,
  context: Context,
): void {
  for (const { key, header, old, now } of matchHeaders(
    context,
    before,
    after,
  )) {
    const identity = `response ${status} header ${key}`;
    const details = { status, header };
    const was = old?.value.required === true;
    const is = now?.value.required === true;
    if (!now) {
      const need = was ? 'required' : 'optional';
      const removal = removalOf(old.value, context.now);
      const rule =
        removal === 'unannounced'
          ? `${need}-response-header-removed`
          : `response-header-removed-${removal}`;
      const sunset = wordOf(old.value['x-sunset'] ?? '');
      context.report.add(rule, {
        operation,
        base: old.pointer,
        before: header,
        identity,
        details: { ...details, sunset },
      });
    } else if (!old) {
      context.report.add('response-header-added', {
        operation,
        revision: now.pointer,
        after: header,
        identity,
        details,
      });
    } else {
      if (was !== is) {
        const change = is ? 'required' : 'optional';
        context.report.add(`response-header-became-${change}`, {
          operation,
          base: old.pointer,
          revision: now.pointer,
          before: was,
          after: is,
          identity,
          details,
        });
      }
      const oldSchema = schemaOf(context.base, old);
      const newSchema = schemaOf(context.revision, now);
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
  }
}

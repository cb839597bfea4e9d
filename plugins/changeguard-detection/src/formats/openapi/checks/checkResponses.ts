import { Context, OperationCheck } from '../Context';
import { Located } from '../../../schema-comparison/ApiDocument';
import { covers, isJson, matchMediaTypes } from '../model/mediaTypes';
import { checkHeaders } from './checkHeaders';

/** Responses by their status, their media types, headers and what they hold. */
export const checkResponses: OperationCheck = (pair, context) => {
  const { label, base, revision } = pair;
  const before = responsesOf(context, 'base', base.located);
  const after = responsesOf(context, 'revision', revision.located);
  for (const [status, located] of before) {
    const same = after.get(status);
    if (same) checkResponse(label, status, located, same, context);
    else stateStatus(label, status, 'removed', located, context);
  }
  for (const [status, located] of after) {
    if (!before.has(status)) {
      stateStatus(label, status, 'added', located, context);
    }
  }
};

function responsesOf(
  context: Context,
  version: 'base' | 'revision',
  operation: Located,
): Map<string, Located> {
  const document = context[version];
  return new Map(
    document
      .children(document.child(operation, 'responses'))
      .map(([status, located]) => [status.toUpperCase(), located]),
  );
}

function stateStatus(
  operation: string,
  status: string,
  verb: 'added' | 'removed',
  located: Located,
  { report }: Context,
): void {
  if (!/^[1-5]/.test(status)) return;
  const kind = status.startsWith('2') ? 'success' : 'non-success';
  report.add(`response-${kind}-status-${verb}`, {
    operation,
    [verb === 'added' ? 'revision' : 'base']: located.pointer,
    [verb === 'added' ? 'after' : 'before']: status,
    identity: `response ${status}`,
    details: { status },
  });
}

function checkResponse(
  operation: string,
  status: string,
  before: Located,
  after: Located,
  context: Context,
): void {
  checkHeaders(operation, status, before, after, context);
  const types = matchMediaTypes(
    context.base.children(context.base.child(before, 'content')),
    context.revision.children(context.revision.child(after, 'content')),
  );
  stateMediaTypes(operation, status, types, context);
  for (const { name: media, before: old, after: now } of types.matched) {
    checkContent({ operation, status, media }, old, now, context);
  }
}

/** A media type in place of a related one is a change of name; any other came or went. */
function stateMediaTypes(
  operation: string,
  status: string,
  types: ReturnType<typeof matchMediaTypes>,
  context: Context,
): void {
  const { report } = context;
  const added = new Map(types.added);
  for (const [media, located] of types.removed) {
    const other = [...added.keys()].find(
      name => covers(name, media) || covers(media, name),
    );
    const details = { status, media, before: media, after: other ?? '' };
    const identity = `response ${status} ${media}`;
    if (other === undefined) {
      report.add('response-media-type-removed', {
        operation,
        base: located.pointer,
        before: media,
        identity,
        details,
      });
      continue;
    }
    const now = added.get(other)!;
    added.delete(other);
    report.add(`response-media-type-name-${renaming(media, other)}`, {
      operation,
      base: located.pointer,
      revision: now.pointer,
      before: media,
      after: other,
      identity,
      details,
    });
    checkContent({ operation, status, media }, located, now, context);
  }
  for (const [media, located] of added) {
    report.add('response-media-type-added', {
      operation,
      revision: located.pointer,
      after: media,
      identity: `response ${status} ${media}`,
      details: { status, media },
    });
  }
}

function renaming(before: string, after: string): string {
  const wider = covers(after, before);
  const narrower = covers(before, after);
  if (wider && narrower) return 'changed';
  return wider ? 'generalized' : 'specialized';
}

function checkContent(
  at: { operation: string; status: string; media: string },
  before: Located,
  after: Located,
  context: Context,
): void {
  const { operation, status, media } = at;
  const oldSchema = context.base.child(before, 'schema');
  const newSchema = context.revision.child(after, 'schema');
  const identity = `response ${status} ${media}`;
  if (oldSchema && newSchema) {
    context.schemas.state(context.pairs.pair(oldSchema, newSchema), {
      operation,
      side: 'response',
      place: 'body',
      json: isJson(media),
      identity,
      details: { status, media },
    });
  } else if (oldSchema || newSchema) {
    const change = newSchema ? 'added' : 'removed';
    context.report.add(`response-body-media-type-schema-${change}`, {
      operation,
      base: before.pointer,
      revision: after.pointer,
      before: oldSchema?.value,
      after: newSchema?.value,
      identity,
      details: { status, media },
    });
  }
}

import { Located } from '../../../schema-comparison/ApiDocument';
import { Context } from '../Context';
import { matchMediaTypes } from '../model/mediaTypes';
import { checkAnswerHeaders } from './checkAnswerHeaders';
import { CallPair } from './checkCalls';

/** The body of a call that the provider makes, and the bodies and headers it may be answered with. */
export function checkCallBody(pair: CallPair, context: Context): void {
  const { call, before, after } = pair;
  const { base, revision, report } = context;
  const identity = `${call.name} ${before.method}`;
  compareContent(
    base.child(before.located, 'requestBody'),
    revision.child(after.located, 'requestBody'),
    { pair, identity: `${identity} body`, status: '' },
    context,
  );
  const answers = new Map(
    base.children(base.child(before.located, 'responses')),
  );
  const understood = new Map(
    revision.children(revision.child(after.located, 'responses')),
  );
  for (const status of new Set([...answers.keys(), ...understood.keys()])) {
    const old = answers.get(status);
    const now = understood.get(status);
    const at = { pair, identity: `${identity} answer ${status}`, status };
    if (old && now) {
      checkAnswerHeaders({ ...at, call }, old, now, context);
      compareContent(old, now, at, context);
      continue;
    }
    report.add(`callback-response-status-${now ? 'added' : 'removed'}`, {
      operation: call.operation,
      base: old?.pointer,
      revision: now?.pointer,
      [now ? 'after' : 'before']: status,
      identity: at.identity,
      details: { name: call.name, status },
    });
  }
}

interface Place {
  pair: CallPair;
  identity: string;
  /** Of an answer; empty for the call itself. */
  status: string;
}

function compareContent(
  before: Located | undefined,
  after: Located | undefined,
  { pair, identity, status }: Place,
  { base, revision, report, pairs, callbacks }: Context,
): void {
  const { operation, name } = pair.call;
  const isAnswer = status !== '';
  const noun = isAnswer ? 'callback-response' : 'callback-request';
  const part = isAnswer
    ? `the answer ${status} to ${name}`
    : `the body of ${name}`;
  const types = matchMediaTypes(
    base.children(base.child(before, 'content')),
    revision.children(revision.child(after, 'content')),
  );
  for (const [verb, list] of [
    ['removed', types.removed],
    ['added', types.added],
  ] as const) {
    for (const [media, { pointer }] of list) {
      report.add(`${noun}-media-type-${verb}`, {
        operation,
        [verb === 'added' ? 'revision' : 'base']: pointer,
        [verb === 'added' ? 'after' : 'before']: media,
        identity: `${identity} ${media}`,
        details: { name, media, status },
      });
    }
  }
  for (const { name: media, before: old, after: now } of types.matched) {
    const oldSchema = base.child(old, 'schema');
    const newSchema = revision.child(now, 'schema');
    if (!oldSchema || !newSchema) continue;
    callbacks.state(pairs.pair(oldSchema, newSchema), {
      operation: operation ?? name,
      side: isAnswer ? 'writer' : 'reader',
      identity: `${identity} ${media}`,
      details: { part, media, name, status },
    });
  }
}

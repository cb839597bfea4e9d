import { Located } from '../../../schema-comparison/ApiDocument';
import { OperationCheck } from '../Context';
import { closestRange, isJson, matchMediaTypes } from '../model/mediaTypes';

/** The request body: whether there is one, its media types and what they hold. */
export const checkRequestBody: OperationCheck = (pair, context) => {
  const { label, base, revision } = pair;
  const { report } = context;
  const before = context.base.child(base.located, 'requestBody');
  const after = context.revision.child(revision.located, 'requestBody');
  const places = {
    operation: label,
    base: before?.pointer,
    revision: after?.pointer,
    identity: 'request body',
  };
  if (!before || !after) {
    if (before) report.add('request-body-removed', { ...places, before: true });
    if (after) {
      const need = after.value.required === true ? 'required' : 'optional';
      report.add(`request-body-added-${need}`, { ...places, after: true });
    }
    return;
  }
  const was = before.value.required === true;
  const is = after.value.required === true;
  if (was !== is) {
    const change = is ? 'became-required' : 'became-optional';
    report.add(`request-body-${change}`, { ...places, before: was, after: is });
  }
  const types = matchMediaTypes(
    context.base.children(context.base.child(before, 'content')),
    context.revision.children(context.revision.child(after, 'content')),
  );
  const taken: [string, Located][] = [
    ...types.added,
    ...types.matched.map(({ name, after: now }): [string, Located] => [
      name,
      now,
    ]),
  ];
  const widened = types.removed.flatMap(([name, old]) => {
    const wider = closestRange(taken, name);
    return wider ? [{ name, before: old, after: wider[1] }] : [];
  });
  for (const [media, located] of types.removed) {
    if (widened.some(({ name }) => name === media)) continue;
    report.add('request-body-media-type-removed', {
      ...places,
      base: located.pointer,
      before: media,
      identity: `request body ${media}`,
      details: { media },
    });
  }
  for (const [media, located] of types.added) {
    report.add('request-body-media-type-added', {
      ...places,
      revision: located.pointer,
      after: media,
      identity: `request body ${media}`,
      details: { media },
    });
  }
  const kept = [...types.matched, ...widened];
  for (const { name: media, before: old, after: now } of kept) {
    const oldSchema = context.base.child(old, 'schema');
    const newSchema = context.revision.child(now, 'schema');
    const identity = `request body ${media}`;
    if (oldSchema && newSchema) {
      context.schemas.state(context.pairs.pair(oldSchema, newSchema), {
        operation: label,
        side: 'request',
        place: 'body',
        json: isJson(media),
        identity,
        details: { media },
      });
    } else if (oldSchema || newSchema) {
      const change = newSchema ? 'added' : 'removed';
      report.add(`request-body-media-type-schema-${change}`, {
        ...places,
        base: old.pointer,
        revision: now.pointer,
        before: oldSchema?.value,
        after: newSchema?.value,
        identity,
        details: { media },
      });
    }
  }
};

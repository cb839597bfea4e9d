import { Context, OperationCheck } from '../Context';
import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';
import { isObject } from '../../../text/isObject';
import { wordOf } from '../../../text/wordOf';

/** One way to sign in: the scopes that each of its schemes needs. */
type Way = ReadonlyMap<string, readonly string[]>;

/**
 * Whether everybody who could sign in still can, with what holds for an operation in the end: its own requirements, or those of
 * all operations.
 */
export const checkEffectiveSecurity: OperationCheck = (pair, context) => {
  const before = waysOf(context.base, pair.base.located);
  const after = waysOf(context.revision, pair.revision.located);
  const moved = (name: string) => isMoved(name, context);
  const lost = before.filter(
    way =>
      !after.some(one => isEnough(way, one) && ![...one.keys()].some(moved)),
  );
  const sentIn = (document: ApiDocument) => (name: string) => {
    const scheme = moved(name) && schemeOf(document, name);
    return scheme ? sendingOf(scheme) : undefined;
  };
  for (const way of lost) {
    const name = [...way.keys()].sort().join(' and ') || 'nothing';
    context.report.add('api-security-tightened', {
      operation: pair.label,
      base: pair.base.located.pointer,
      revision: pair.revision.located.pointer,
      before: shown(way, sentIn(context.base)),
      after: after.map(one => shown(one, sentIn(context.revision))),
      identity: `security ${name}`,
      details: { name },
    });
  }
};

function waysOf(document: ApiDocument, operation: Located): Way[] {
  const list = operation.value.security ?? document.root.value.security;
  if (!Array.isArray(list) || list.length === 0) return [new Map()];
  return list
    .filter(isObject)
    .map(
      requirement =>
        new Map(
          Object.entries(requirement).map(([name, scopes]) => [
            name,
            Array.isArray(scopes) ? scopes.map(wordOf).sort() : [],
          ]),
        ),
    );
}

/** Whether who signs in one way has all that another asks for. */
function isEnough(had: Way, asked: Way): boolean {
  return [...asked].every(([name, scopes]) => {
    const own = had.get(name);
    return own !== undefined && scopes.every(scope => own.includes(scope));
  });
}

/**
 * Whether what one signs in with is sent elsewhere or otherwise than before, such as a key in another header. Another type of
 * signing in has a rule of its own.
 */
function isMoved(name: string, { base, revision }: Context): boolean {
  const [old, now] = [base, revision].map(document => schemeOf(document, name));
  if (!old || !now || old.type !== now.type) return false;
  return sendingOf(old) !== sendingOf(now);
}

function schemeOf(document: ApiDocument, name: string) {
  const components = document.child(document.root, 'components');
  const schemes = document.child(components, 'securitySchemes');
  return document.child(schemes, name)?.value;
}

/** Where and how it is sent; headers and schemes of HTTP are the same in capitals. */
function sendingOf(scheme: Located['value']): string {
  const { in: place = '', name = '', scheme: way = '' } = scheme;
  const called = wordOf(name);
  return [
    wordOf(place),
    place === 'header' ? called.toLowerCase() : called,
    wordOf(way).toLowerCase(),
  ].join(' ');
}

/** A way to sign in as it is told; a move to another place is another one than a move to a third. */
function shown(
  way: Way,
  sentAs: (name: string) => string | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    [...way]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, scopes]) => {
        const sent = sentAs(name);
        return [name, sent === undefined ? scopes : { sent, scopes }];
      }),
  );
}

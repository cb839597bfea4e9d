import { DefinitionCheck } from '../Context';
import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';
import { outline } from '../../../schema-comparison/outline';
import { isObject } from '../../../text/isObject';
import { Sighting } from '../../../schema-comparison/Report';
import { wordOf } from '../../../text/wordOf';

/** Shared schemas that went, and descriptions of ways to sign in. */
export const checkComponents: DefinitionCheck = context => {
  const { base, revision, report } = context;
  const schemas = namesOf(base, 'schemas');
  const left = namesOf(revision, 'schemas');
  const added = new Set(
    [...left]
      .filter(([name]) => !schemas.has(name))
      .map(([, { value }]) => outline(value, false)),
  );
  for (const [name, located] of schemas) {
    // What only has another name is not gone.
    if (left.has(name) || added.has(outline(located.value, false))) continue;
    report.add('api-schema-removed', {
      base: located.pointer,
      before: name,
      identity: `schema ${name}`,
      details: { name },
    });
  }
  const before = namesOf(base, 'securitySchemes');
  const after = namesOf(revision, 'securitySchemes');
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(name);
    const now = after.get(name);
    const state = (rule: string, more: Partial<Sighting> = {}) =>
      report.add(`api-security-component-${rule}`, {
        base: old?.pointer,
        revision: now?.pointer,
        identity: `security scheme ${name}`,
        ...more,
        details: { name, ...more.details },
      });
    if (!now) state('removed', { before: name });
    else if (!old) state('added', { after: name });
    else compareScheme(old, now, state);
  }
};

function namesOf(document: ApiDocument, word: string): Map<string, Located> {
  const components = document.child(document.root, 'components');
  return new Map(document.entries(document.child(components, word)));
}

function compareScheme(
  old: Located,
  now: Located,
  state: (rule: string, more?: Partial<Sighting>) => void,
): void {
  if (old.value.type !== now.value.type) {
    const before = wordOf(old.value.type);
    const after = wordOf(now.value.type);
    state('type-changed', { before, after, details: { before, after } });
    return;
  }
  const before = flowOf(old);
  const after = flowOf(now);
  for (const [word, rule] of [
    ['authorizationUrl', 'oauth-url-changed'],
    ['tokenUrl', 'oauth-token-url-changed'],
  ]) {
    if (before[word] !== after[word]) {
      const words = {
        before: wordOf(before[word] ?? 'nothing'),
        after: wordOf(after[word] ?? 'nothing'),
      };
      state(rule, { ...words, identity: rule, details: words });
    }
  }
  const was = isObject(before.scopes) ? before.scopes : {};
  const is = isObject(after.scopes) ? after.scopes : {};
  for (const scope of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (was[scope] === is[scope]) continue;
    let verb = 'changed';
    if (!(scope in is)) verb = 'removed';
    else if (!(scope in was)) verb = 'added';
    state(`oauth-scope-${verb}`, {
      before: was[scope],
      after: is[scope],
      identity: `scope ${scope}`,
      details: { scope },
    });
  }
}

/** What all flows of a scheme say together. */
function flowOf({ value }: Located): Record<string, unknown> {
  const flows = isObject(value.flows)
    ? Object.entries(value.flows)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, flow]) => flow)
    : [];
  const merged: Record<string, unknown> = {};
  const scopes: Record<string, unknown> = {};
  for (const flow of flows.filter(isObject)) {
    Object.assign(merged, flow);
    if (isObject(flow.scopes)) Object.assign(scopes, flow.scopes);
  }
  return { ...merged, scopes };
}

import { Located } from '../../../schema-comparison/ApiDocument';
import { Sighting } from '../../../schema-comparison/Report';
import { canonical } from '../../../text/canonical';
import { isObject } from '../../../text/isObject';
import { wordOf } from '../../../text/wordOf';
import { Context } from '../Context';
import { Definition } from '../model/Definition';

/** One way to sign in: schemes that go together, each with the scopes that are asked for. */
interface Way {
  label: string;
  schemes: ReadonlyMap<string, readonly string[]>;
}

/** Whether who could sign in still can. */
export function checkSecurity(
  old: Located,
  now: Located,
  at: Sighting,
  { base, revision, report }: Context,
): void {
  const before = waysOf(base, old);
  const after = waysOf(revision, now);
  const state = (rule: string, way: Way, side: 'before' | 'after') =>
    report.add(rule, {
      ...at,
      [side]: way.label,
      identity: `${at.identity} security ${way.label}`,
      details: { ...at.details, name: way.label },
    });
  if (before.length > 0 && after.length === 0) {
    for (const way of before) state('security-removed', way, 'before');
    return;
  }
  if (before.length === 0) {
    for (const way of after) state('security-added', way, 'after');
    return;
  }
  for (const way of before) {
    if (after.some(other => suffices(way, other))) continue;
    state('security-way-removed', way, 'before');
  }
  for (const way of after) {
    if (before.some(other => suffices(other, way))) continue;
    state('security-way-added', way, 'after');
  }
}

/** Whether what was asked for before is enough for another way. */
function suffices(have: Way, want: Way): boolean {
  return [...want.schemes].every(([scheme, scopes]) => {
    const own = have.schemes.get(scheme);
    return own !== undefined && scopes.every(scope => own.includes(scope));
  });
}

/** Any one of them is enough; in AsyncAPI 2 one may need several schemes. */
function waysOf({ document }: Definition, { value, pointer }: Located): Way[] {
  const { security } = value;
  if (!Array.isArray(security)) return [];
  const shared = document.child(
    document.child(document.root, 'components'),
    'securitySchemes',
  );
  return security.filter(isObject).flatMap((written, index) => {
    const own = document.follow(written, `${pointer}/security/${index}`);
    if (!own) return [];
    if (typeof own.value.type === 'string') {
      const { scopes } = own.value;
      const asked = Array.isArray(scopes) ? scopes.map(wordOf).sort() : [];
      const label = [own.value.type, ...asked].join(' ');
      return [{ label, schemes: new Map([[markOf(own.value), asked]]) }];
    }
    const names = Object.keys(own.value).sort();
    const schemes = names.map(name => {
      const scopes = own.value[name];
      const scheme = document.child(shared, name);
      return [
        scheme ? markOf(scheme.value) : name,
        Array.isArray(scopes) ? scopes.map(wordOf).sort() : [],
      ] as const;
    });
    const types = names.map(name =>
      wordOf(document.child(shared, name)?.value.type ?? name),
    );
    return names.length === 0
      ? []
      : [{ label: types.join(' and '), schemes: new Map(schemes) }];
  });
}

/** What a scheme asks for, whatever it is called and described as. */
function markOf(scheme: Readonly<Record<string, unknown>>): string {
  const { description: _, scopes: __, ...rest } = scheme;
  return canonical(rest);
}

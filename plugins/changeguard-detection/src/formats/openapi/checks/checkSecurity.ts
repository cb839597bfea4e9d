import { DefinitionCheck, OperationCheck } from '../Context';
import { Located } from '../../../schema-comparison/ApiDocument';
import { isObject } from '../../../text/isObject';
import { Report, Sighting } from '../../../schema-comparison/Report';
import { wordOf } from '../../../text/wordOf';

/** The ways to sign in that one operation takes. */
export const checkSecurity: OperationCheck = (pair, { report }) => {
  compare(report, 'api-security', {
    operation: pair.label,
    before: pair.base.located,
    after: pair.revision.located,
  });
};

/** The ways to sign in that all operations take. */
export const checkGlobalSecurity: DefinitionCheck = context => {
  compare(context.report, 'api-global-security', {
    before: context.base.root,
    after: context.revision.root,
  });
};

function compare(
  report: Report,
  noun: string,
  at: { operation?: string; before: Located; after: Located },
): void {
  const before = requirementsOf(at.before);
  const after = requirementsOf(at.after);
  const state = (rule: string, name: string, more: Partial<Sighting>) =>
    report.add(rule, {
      operation: at.operation,
      base: at.before.pointer,
      revision: at.after.pointer,
      identity: `security ${name}`,
      ...more,
    });
  for (const [name, scopes] of before) {
    if (!after.has(name)) {
      state(`${noun}-removed`, name, { before: name, details: { name } });
      continue;
    }
    const now = after.get(name)!;
    for (const scope of scopes.filter(one => !now.includes(one))) {
      const identity = `security ${name} ${scope}`;
      const details = { name, scope };
      state(`${noun}-scope-removed`, name, {
        before: scope,
        identity,
        details,
      });
    }
    for (const scope of now.filter(one => !scopes.includes(one))) {
      const identity = `security ${name} ${scope}`;
      const details = { name, scope };
      state(`${noun}-scope-added`, name, { after: scope, identity, details });
    }
  }
  for (const name of after.keys()) {
    if (!before.has(name)) {
      state(`${noun}-added`, name, { after: name, details: { name } });
    }
  }
}

/** The scopes of each way to sign in; several that go together are one way. */
function requirementsOf({ value }: Located): Map<string, string[]> {
  const list = Array.isArray(value.security) ? value.security : [];
  return new Map(
    list.filter(isObject).flatMap(requirement => {
      const names = Object.keys(requirement).sort();
      if (names.length === 0) return [];
      const scopes = names.flatMap(name => {
        const own = requirement[name];
        return Array.isArray(own) ? own.map(wordOf) : [];
      });
      return [[names.join(' and '), scopes.sort()] as [string, string[]]];
    }),
  );
}

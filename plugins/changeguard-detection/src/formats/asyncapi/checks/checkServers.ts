import { wordOf } from '../../../text/wordOf';
import { isObject } from '../../../text/isObject';
import { Check, Context } from '../Context';
import { Server } from '../model/Definition';
import { matchBy } from '../model/matchBy';
import { wordAt } from '../model/wordAt';
import { checkBindings } from './checkBindings';
import { checkSecurity } from './checkSecurity';

/** Where messages are exchanged, how, and who may. */
export const checkServers: Check = context => {
  const { base, revision, report } = context;
  const { matched, removed, added } = matchBy(base.servers, revision.servers, [
    ({ name }) => name,
    ({ address, protocol }) => `${protocol} ${address}`,
  ]);
  for (const { name, located, address } of removed) {
    report.add('server-removed', {
      base: located.pointer,
      before: address,
      identity: `server ${name}`,
      details: { server: name },
    });
  }
  for (const { name, located, address } of added) {
    report.add('server-added', {
      revision: located.pointer,
      after: address,
      identity: `server ${name}`,
      details: { server: name },
    });
  }
  for (const [old, now] of matched) checkServer(old, now, context);
};

function checkServer(old: Server, now: Server, context: Context): void {
  const at = {
    base: old.located.pointer,
    revision: now.located.pointer,
    identity: `server ${old.name}`,
  };
  const words: [string, string, string][] = [
    ['server-address-changed', old.address, now.address],
    ['server-protocol-changed', old.protocol, now.protocol],
    [
      'server-protocol-version-changed',
      wordAt(old.located, 'protocolVersion') ?? '',
      wordAt(now.located, 'protocolVersion') ?? '',
    ],
  ];
  for (const [rule, before, after] of words) {
    if (before === after) continue;
    const details = {
      server: now.name,
      before: before || 'nothing',
      after: after || 'nothing',
    };
    context.report.add(rule, { ...at, before, after, details });
  }
  checkVariables(old, now, context);
  const details = { server: now.name, owner: `the server ${now.name}` };
  checkSecurity(old.located, now.located, { ...at, details }, context);
  checkBindings(old.located, now.located, { ...at, details }, context);
}

/** Variables stand for parts of the address. */
function checkVariables(old: Server, now: Server, context: Context): void {
  const { base, revision, report } = context;
  const before = new Map(
    base.document.children(base.document.child(old.located, 'variables')),
  );
  const after = revision.document.children(
    revision.document.child(now.located, 'variables'),
  );
  for (const [name, variable] of after) {
    const earlier = before.get(name);
    if (!earlier) continue;
    const at = {
      base: earlier.pointer,
      revision: variable.pointer,
      identity: `server ${old.name} variable ${name}`,
    };
    const was = earlier.value.default;
    const is = variable.value.default;
    if (was !== undefined && was !== is) {
      const details = {
        server: now.name,
        name,
        before: wordOf(was),
        after: wordOf(is ?? 'nothing'),
      };
      report.add('server-variable-default-changed', {
        ...at,
        before: was,
        after: is,
        details,
      });
    }
    const values = valuesOf(earlier.value);
    const allowed = valuesOf(variable.value);
    for (const value of allowed && values ? values : []) {
      if (allowed!.includes(value)) continue;
      report.add('server-variable-value-removed', {
        ...at,
        before: value,
        identity: `${at.identity} ${value}`,
        details: { server: now.name, name, value },
      });
    }
  }
}

function valuesOf(variable: unknown): string[] | undefined {
  return isObject(variable) && Array.isArray(variable.enum)
    ? variable.enum.map(wordOf)
    : undefined;
}

import { Located } from '../../../schema-comparison/ApiDocument';
import { Sighting } from '../../../schema-comparison/Report';
import { canonical } from '../../../text/canonical';
import { isObject } from '../../../text/isObject';
import { wordOf } from '../../../text/wordOf';
import { Context } from '../Context';
import { importanceOf } from '../model/importanceOf';

/** What the protocols say beyond AsyncAPI itself: names of topics and queues, ways of delivery, settings. */
export function checkBindings(
  old: Located,
  now: Located,
  at: Sighting,
  { base, revision, report }: Context,
): void {
  const before = settingsOf(
    base.document.children(base.document.child(old, 'bindings')),
  );
  const after = settingsOf(
    revision.document.children(revision.document.child(now, 'bindings')),
  );
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const was = before.get(path);
    const is = after.get(path);
    if (canonical(was?.value) === canonical(is?.value)) continue;
    const importance = importanceOf(path, was === undefined);
    report.add(`binding-${importance}-changed`, {
      ...at,
      base: was?.pointer ?? at.base,
      revision: is?.pointer ?? at.revision,
      before: was?.value,
      after: is?.value,
      identity: `${at.identity} binding ${path}`,
      details: {
        ...at.details,
        name: path,
        before: wordOf(was?.value ?? 'nothing'),
        after: wordOf(is?.value ?? 'nothing'),
      },
    });
  }
}

interface Setting {
  value: unknown;
  pointer: string;
}

/** Settings by protocol and path, such as `kafka.topic`; schemas among them are compared as schemas. */
function settingsOf(
  protocols: readonly [string, Located][],
): Map<string, Setting> {
  const found = new Map<string, Setting>();
  const visit = (value: unknown, path: string, pointer: string) => {
    if (!isObject(value)) {
      found.set(path, { value, pointer });
      return;
    }
    for (const [word, own] of Object.entries(value)) {
      const at = `${path}.${word}`;
      if (word === 'bindingVersion' || isSchema(at, own)) continue;
      visit(own, at, `${pointer}/${word}`);
    }
  };
  for (const [protocol, { value, pointer }] of protocols) {
    visit(value, protocol, pointer);
  }
  return found;
}

function isSchema(path: string, value: unknown): boolean {
  return (
    isObject(value) &&
    /\.(key|query|headers|groupId|clientId|correlationData|responseTopic)$/.test(
      path,
    )
  );
}

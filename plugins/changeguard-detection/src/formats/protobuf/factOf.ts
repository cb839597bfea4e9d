import { Fact, SourceRange } from '../../Finding';
import { protobufRules } from './rules';
import { Annotation } from './runBuf';

const categories = new Map(
  protobufRules.map(rule => [rule.id, rule.categories]),
);

/** An annotation as a fact; the sentences of the program have a fixed form. */
export function factOf(
  annotation: Annotation,
  base: ReadonlyMap<string, string>,
  revision: ReadonlyMap<string, string>,
): Fact | undefined {
  const rule = annotation.type.toLowerCase().replaceAll('_', '-');
  const known = categories.get(rule);
  if (!known) return undefined;
  const { message } = annotation;
  const file = annotation.path ?? deletedFile(message, base);
  const text = base.get(file) ?? revision.get(file) ?? '';
  const { container, member } = subjectOf(message);
  const names = [packageOf(text), container, member].filter(Boolean);
  const isFile = rule.startsWith('file-');
  const path = isFile ? file : names.join('.');
  const quoted = [...message.matchAll(/"([^"]*)"/g)].map(match => match[1]);
  const change = changeOf(message);
  const before = change?.before ?? removedOf(rule, message, quoted);
  const after = change?.after ?? null;
  const isCall = rule.startsWith('rpc-');
  return {
    rule,
    side: null,
    pointer: path,
    operation: isCall ? `${names.slice(0, -1).join('.')}/${member}` : undefined,
    before,
    after,
    afterRange: rangeOf(annotation),
    identity: [file, path, ...quoted].join(' '),
    details: {
      path,
      file,
      name: detailOf(rule, message, quoted),
      before: before ?? 'nothing',
      after: after ?? 'nothing',
      categories: known.join(', '),
    },
  };
}

function subjectOf(message: string): { container: string; member: string } {
  const on = / on (?:message|enum|service) "([^"]*)"/.exec(message);
  const name =
    /with name "([^"]*)"|(?:RPC|oneof) "([^"]*)"|reserving the name "([^"]*)"|changed name from "([^"]*)"|[eE]num value "([^"]*)"/.exec(
      message,
    );
  if (on) {
    return { container: on[1], member: name?.slice(1).find(Boolean) ?? '' };
  }
  const own =
    /^(?:Message|Enum|Previously present (?:message|enum|service|extension)) "([^"]*)"/.exec(
      message,
    );
  return { container: own?.[1] ?? '', member: '' };
}

/** What follows `from` and `to`, without quotes; some sentences go on after it. */
function changeOf(
  message: string,
): { before: string; after: string } | undefined {
  const change = / from (".*?"|.+?) to (".*?"|[^".]+)(?:\.|$)/.exec(message);
  if (!change) return undefined;
  const [, before, after] = change.map(word => word.replaceAll('"', ''));
  return { before, after };
}

function removedOf(
  rule: string,
  message: string,
  quoted: readonly string[],
): string | null {
  const ranges = /missing values: (.+) were removed/.exec(message);
  if (ranges) return ranges[1];
  return rule.includes('no-delete') ? quoted.join(' ') : null;
}

/** The option that changed, or the required field that came or went. */
function detailOf(
  rule: string,
  message: string,
  quoted: readonly string[],
): string {
  if (rule !== 'message-same-required-fields') return quoted[0] ?? '';
  return `field ${quoted[1]} was ${
    message.includes('deleted') ? 'removed' : 'added'
  }`;
}

function deletedFile(
  message: string,
  base: ReadonlyMap<string, string>,
): string {
  const named = /file "([^"]*)"/.exec(message)?.[1];
  return named ?? [...base.keys()][0];
}

function packageOf(text: string): string {
  return /^\s*package\s+([\w.]+)\s*;/m.exec(text)?.[1] ?? '';
}

/** What is gone has no place; the program says the first character then. */
function rangeOf(annotation: Annotation): SourceRange | undefined {
  const { start_line: startLine, end_line: endLine, end_column } = annotation;
  if (startLine === undefined) return undefined;
  if (startLine === 1 && endLine === 1 && end_column === 1) return undefined;
  return { startLine, endLine: endLine ?? startLine };
}

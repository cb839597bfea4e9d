import { Fact } from '../../Finding';
import { PlacedAnnotation } from './placeAnnotation';
import { protobufRules } from './rules';

const categories = new Map(
  protobufRules.map(rule => [rule.id, rule.categories]),
);

/** An annotation as a fact; the sentences of the program have a fixed form. */
export function factOf(annotation: PlacedAnnotation): Fact | undefined {
  const rule = annotation.type.toLowerCase().replaceAll('_', '-');
  const known = categories.get(rule);
  if (!known) return undefined;
  const { message, file, container, member } = annotation;
  const isFile = rule.startsWith('file-');
  const path = isFile ? file : [container, member].filter(Boolean).join('.');
  const quoted = [...message.matchAll(/"([^"]*)"/g)].map(match => match[1]);
  const change = changeOf(message);
  const before = change?.before ?? removedOf(rule, message, quoted);
  const after = change?.after ?? null;
  return {
    rule,
    side: null,
    pointer: path,
    operation: rule.startsWith('rpc-') ? `${container}/${member}` : undefined,
    before,
    after,
    beforeRange: annotation.beforeRange,
    afterRange: annotation.afterRange,
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

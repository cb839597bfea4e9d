import { Event, EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import { OffsetRange } from './findRanges';
import { PointerTree } from './PointerTree';

/** Finds places in a YAML text; what an alias or a merge key brought has the place where it was written, so none here. */
export function findInYaml(
  text: string,
  tree: PointerTree,
): Map<string, OffsetRange> {
  const events = parseEvents(text, { maxDepth: 10_000 });
  const found = new Map<string, OffsetRange>();
  let at = 0;
  let end = 0;

  function scalarText(event: Event): string | undefined {
    return event.type === EVENT_ID.SCALAR
      ? getScalarValue(text, event)
      : undefined;
  }

  function startOf(event: Event): number {
    if (event.type === EVENT_ID.SCALAR) return event.valueStart;
    if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
    return 'start' in event ? event.start : end;
  }

  function walk(node: PointerTree | undefined, from: number) {
    const event = events[at++];
    if (event.type === EVENT_ID.MAPPING) {
      while (events[at].type !== EVENT_ID.POP) {
        const start = startOf(events[at]);
        const key = scalarText(events[at]);
        walk(undefined, start);
        walk(key === undefined ? undefined : node?.children.get(key), start);
      }
      at++;
    } else if (event.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; events[at].type !== EVENT_ID.POP; index++) {
        walk(node?.children.get(String(index)), startOf(events[at]));
      }
      at++;
    } else if (event.type === EVENT_ID.SCALAR) {
      end = Math.max(end, event.valueEnd - 1);
    } else if (event.type === EVENT_ID.ALIAS) {
      end = Math.max(end, event.anchorEnd - 1);
    }
    if (node?.pointer !== undefined) {
      found.set(node.pointer, { start: from, end: Math.max(from, end) });
    }
  }

  if (events[at]?.type === EVENT_ID.DOCUMENT) at++;
  if (at < events.length) walk(tree, startOf(events[at]));
  return found;
}

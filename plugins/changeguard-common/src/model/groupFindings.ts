import { Finding } from './finding';

/** What is looked at of a finding to tell whether others say the same. @public */
export type GroupableFinding = Pick<
  Finding,
  'rule' | 'severity' | 'side' | 'pointer' | 'before' | 'after' | 'message'
> & {
  /** Null of a hand-written finding, which stands by itself. */
  fingerprint: string | null;
  operation?: string | null;
  accepted?: { id: string } | null;
};

/**
 * Findings that say the same about one part of a definition, such as a schema that many operations refer to.
 *
 * @public
 */
export interface FindingGroup<T extends GroupableFinding> {
  /** The one that says it in the fewest words; where places answer with different statuses, its message names none of them. */
  told: T;
  /** All of them, in their order. */
  findings: T[];
  /** Where it shows, each once, in the order of the findings; empty where findings name no operation. */
  operations: string[];
}

/**
 * Groups findings by what they are about: the same rule for the same place of the definition, before and after. Each finding keeps its own
 * fingerprint, because operations may be accepted one by one.
 *
 * @param options - `acceptedApart`: whether those that are accepted form groups of their own, which they do unless told: what is
 *   left to decide is told apart. Screens on which one accepts keep them together, so that nothing moves away under the hand.
 * @returns groups in the order of their first findings.
 * @public
 */
export function groupFindings<T extends GroupableFinding>(
  findings: readonly T[],
  options: { acceptedApart?: boolean } = {},
): FindingGroup<T>[] {
  const { acceptedApart = true } = options;
  const groups = new Map<string, FindingGroup<T>>();
  findings.forEach((finding, index) => {
    const key = keyOf(finding, acceptedApart) ?? String(index);
    const group = groups.get(key);
    if (!group) {
      groups.set(key, {
        told: finding,
        findings: [finding],
        operations: operationOf(finding),
      });
      return;
    }
    group.findings.push(finding);
    if (isShorter(finding, group.told)) group.told = finding;
    for (const operation of operationOf(finding)) {
      if (!group.operations.includes(operation)) {
        group.operations.push(operation);
      }
    }
  });
  return [...groups.values()].map(toldOfAll);
}

/** The status of an answer, as the sentences of detected findings name it. */
const STATUS = /\b(response|answer) ([1-5](?:\d\d|XX)|default)\b/gi;

/** One sentence may speak for all places only where it is true of all: one creates an order with 201 that another reads with 200. */
function toldOfAll<T extends GroupableFinding>(
  group: FindingGroup<T>,
): FindingGroup<T> {
  const statuses = new Set(
    group.findings.map(({ message }) => message.match(STATUS)?.join()),
  );
  if (statuses.size < 2) return group;
  const message = group.told.message.replace(STATUS, '$1');
  return { ...group, told: { ...group.told, message } };
}

/** Only a JSON Pointer names one place; what has none, or is hand-written, is like no other. */
function keyOf(
  finding: GroupableFinding,
  acceptedApart: boolean,
): string | undefined {
  const { rule, severity, side, pointer, before, after } = finding;
  const { message, accepted } = finding;
  if (!/^[0-9a-f]{64}$/.test(finding.fingerprint ?? '')) return undefined;
  if (!pointer.startsWith('/')) return undefined;
  return JSON.stringify([
    rule,
    severity,
    side,
    pointer,
    before,
    after,
    // A schema that two parameters refer to is described by two sentences, and neither speaks for both.
    message.match(/\b(?:parameter|header) \S+/g),
    acceptedApart ? accepted?.id ?? null : null,
  ]);
}

function operationOf({ operation }: GroupableFinding): string[] {
  return operation ? [operation] : [];
}

/** A path of use that is as short as can be says best what it is; the alphabet decides between equals. */
function isShorter(one: GroupableFinding, other: GroupableFinding): boolean {
  const by = one.message.length - other.message.length;
  return by < 0 || (by === 0 && one.message < other.message);
}

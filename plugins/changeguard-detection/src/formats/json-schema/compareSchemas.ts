import { Fact } from '../../Finding';
import { Containment } from '../../schema-containment/Containment';
import { followed } from '../../schema-containment/followed';
import { Reason } from '../../schema-containment/Reason';
import { PlacedReason } from '../../schema-containment/placedReasons';
import { asSchema } from '../../schema-containment/readSchema';
import { SchemaNode } from '../../schema-containment/SchemaNode';
import { isDeprecated, removalOf } from '../../schema-comparison/lifecycle';
import { Digests } from '../../text/Digests';
import { fragment } from '../../text/fragment';
import { wordOf } from '../../text/wordOf';
import { ruleIdOf } from './ruleIds';

/** A fact with both places it was found at. */
export interface SchemaFact extends Fact {
  basePointer: string;
  revisionPointer: string;
}

/** Whether values of the base have to be valid in the revision, or the other way round. */
export type Direction = 'backward' | 'forward';

/** What was found, and whether that is all. */
export interface SchemaFacts {
  facts: SchemaFact[];
  isWhole: boolean;
}

/**
 * What keeps values of one version of a schema from being valid in the other. `backward`: values of the base in the revision,
 * which is asked on behalf of whoever wrote them; `forward`: values of the revision in the base, on behalf of who reads them.
 */
export function compareSchemas(
  base: SchemaNode,
  revision: SchemaNode,
  direction: Direction,
  now: Date,
): SchemaFacts {
  const [from, to] =
    direction === 'backward' ? [base, revision] : [revision, base];
  const { reasons, isWhole } = new Containment().explain([from], [to]);
  const digests = [base, revision].map(
    ({ document }) => new Digests(reference => document.find(reference)?.value),
  );
  return {
    facts: reasons.map(reason => {
      const removed = removedProperty(reason, base.document.id);
      const removal = removed ? removalOf(removed, now) : 'unannounced';
      return removed && removal !== 'unannounced'
        ? removalFactOf(reason, direction, digests, removed, removal)
        : factOf(reason, direction, digests);
    }),
    isWhole,
  };
}

function factOf(
  reason: PlacedReason,
  direction: Direction,
  digests: readonly Digests[],
): SchemaFact {
  const backward = direction === 'backward';
  const inOrder = <T>(from: T, to: T) => (backward ? [from, to] : [to, from]);
  const [basePointer = '', revisionPointer = ''] = inOrder(
    reason.from,
    reason.to,
  );
  const said = inOrder(reason.before, reason.after);
  const [before, after] = said.map(fragment);
  return {
    rule: ruleIdOf(reason, direction),
    side: backward ? 'writer' : 'reader',
    pointer: revisionPointer,
    basePointer,
    revisionPointer,
    before,
    after,
    identity: `${reason.place} ${reason.identity}`,
    digests: [digests[0].of(said[0]), digests[1].of(said[1])],
    details: {
      path: reason.path || 'the document',
      name: reason.name.slice(0, 200),
      before: before ?? 'nothing',
      after: after ?? 'nothing',
    },
  };
}

/** A property that went as it was announced: one fact, whether its absence or what is sent instead is minded. */
function removalFactOf(
  reason: PlacedReason,
  direction: Direction,
  digests: readonly Digests[],
  removed: Readonly<Record<string, unknown>>,
  removal: 'before-sunset' | 'after-sunset',
): SchemaFact {
  const fact = factOf(reason, direction, digests);
  return {
    ...fact,
    rule: `property-removed-${removal}-${direction}`,
    before: fragment(removed),
    after: null,
    identity: `${reason.place} removed ${reason.name}`,
    digests: [digests[0].of(removed), null],
    details: { ...fact.details, sunset: wordOf(removed['x-sunset'] ?? '') },
  };
}

/** What the base said of a property that is gone, where it said that it would go. */
function removedProperty({ described = [] }: Reason, baseId: string) {
  return described
    .filter(({ document }) => document.id === baseId)
    .map(node => asSchema(followed(node).value) ?? {})
    .find(isDeprecated);
}

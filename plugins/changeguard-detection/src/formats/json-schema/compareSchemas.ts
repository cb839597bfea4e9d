import { Fact } from '../../Finding';
import { Containment } from '../../schema-containment/Containment';
import { followed } from '../../schema-containment/followed';
import { Reason } from '../../schema-containment/Reason';
import { asSchema } from '../../schema-containment/readSchema';
import { SchemaNode } from '../../schema-containment/SchemaNode';
import { isDeprecated, removalOf } from '../../schema-comparison/lifecycle';
import { fragment } from '../../text/fragment';
import { wordOf } from '../../text/wordOf';
import { ruleIdOf } from './ruleIds';

/** A fact with both places it was found at. */
export interface SchemaFact extends Fact {
  basePointer: string;
  revisionPointer: string;
}

/**
 * What keeps values of one version of a schema from being valid in the other. `backward`: values of the base in the revision,
 * which is asked on behalf of whoever wrote them; `forward`: values of the revision in the base, on behalf of who reads them.
 */
export function compareSchemas(
  base: SchemaNode,
  revision: SchemaNode,
  direction: 'backward' | 'forward',
  now: Date,
): SchemaFact[] {
  const [from, to] =
    direction === 'backward' ? [base, revision] : [revision, base];
  return new Containment().explain([from], [to]).map(reason => {
    const backward = direction === 'backward';
    const basePointer = (backward ? reason.from : reason.to) ?? '';
    const revisionPointer = (backward ? reason.to : reason.from) ?? '';
    const before = fragment(backward ? reason.before : reason.after);
    const after = fragment(backward ? reason.after : reason.before);
    const removed = removedProperty(reason, base.document.id);
    const removal = removed ? removalOf(removed, now) : 'unannounced';
    return {
      rule:
        removal === 'unannounced'
          ? ruleIdOf(reason, direction)
          : `property-removed-${removal}-${direction}`,
      side: backward ? 'writer' : 'reader',
      pointer: revisionPointer,
      basePointer,
      revisionPointer,
      before,
      after,
      identity: `${reason.path}#${reason.name}`,
      details: {
        path: reason.path || 'the document',
        name: reason.name.slice(0, 200),
        before: before ?? 'nothing',
        after: after ?? 'nothing',
        sunset: wordOf(removed?.['x-sunset'] ?? ''),
      },
    };
  });
}

/** What the base said of a property that is gone, where it said that it would go. */
function removedProperty({ described = [] }: Reason, baseId: string) {
  return described
    .filter(({ document }) => document.id === baseId)
    .map(node => asSchema(followed(node).value) ?? {})
    .find(isDeprecated);
}

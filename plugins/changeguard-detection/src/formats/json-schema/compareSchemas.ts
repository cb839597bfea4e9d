import { Fact } from '../../Finding';
import { Containment } from '../../schema-containment/Containment';
import { SchemaNode } from '../../schema-containment/SchemaNode';
import { fragment } from '../../text/fragment';
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
): SchemaFact[] {
  const [from, to] =
    direction === 'backward' ? [base, revision] : [revision, base];
  return new Containment().explain([from], [to]).map(reason => {
    const backward = direction === 'backward';
    const basePointer = (backward ? reason.from : reason.to) ?? '';
    const revisionPointer = (backward ? reason.to : reason.from) ?? '';
    const before = fragment(backward ? reason.before : reason.after);
    const after = fragment(backward ? reason.after : reason.before);
    return {
      rule: ruleIdOf(reason, direction),
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
      },
    };
  });
}

import { Containment } from '../schema-containment/Containment';
import { SchemaDocument } from '../schema-containment/SchemaDocument';
import { ApiDocument } from './ApiDocument';
import { SchemaPair } from './SchemaPair';

/** Schemas with more parts than this are not worked through: they stay as the checks see them. */
const MOST_PAIRS = 200;

/** After so many questions about the schemas of one definition nothing more is proven, and the rest stays as the checks see it: seconds, not minutes. */
const MOST_QUESTIONS = 100_000;

const COMPOSED = /^(all-of-added$|wrapped-in-|unwrapped-from-)/;

/** An alternative less may allow the same as long as nobody declares what is not there; people mean otherwise. */
const REMOVED = /^(all-of|any-of|one-of)-removed$/;

/** What is proven about a pair of schemas: the revision allows the same, more, less, or nothing is proven. */
export type Ruling = 'same' | 'wider' | 'narrower' | undefined;

/**
 * Tells whether schemas that are composed otherwise still allow the same values. Checks see that a member joined `allOf`; whether
 * that changes anything, only the whole can say.
 */
export class Arbiter {
  private readonly known = new Map<SchemaPair, Ruling>();
  private readonly widening = new Containment(MOST_QUESTIONS);
  private readonly narrowing = new Containment(MOST_QUESTIONS);
  private readonly documents: {
    base: SchemaDocument;
    revision: SchemaDocument;
  };

  constructor(base: ApiDocument, revision: ApiDocument) {
    this.documents = {
      base: schemasOf(base),
      revision: schemasOf(revision),
    };
  }

  /** What is proven about a pair; asked only where composition differs. */
  rule(pair: SchemaPair): Ruling {
    const changes = pair.differences.map(({ change }) => change);
    if (!changes.some(change => COMPOSED.test(change))) return undefined;
    if (changes.some(change => REMOVED.test(change))) return undefined;
    if (this.known.has(pair)) return this.known.get(pair);
    const ruling = this.prove(pair);
    this.known.set(pair, ruling);
    return ruling;
  }

  private prove(pair: SchemaPair): Ruling {
    const { value: old, pointer: oldPointer } = pair.base;
    const { value: now, pointer: newPointer } = pair.revision;
    const base = [this.documents.base.node(old, oldPointer)];
    const revision = [this.documents.revision.node(now, newPointer)];
    const wider = this.widening.holds(base, revision, MOST_PAIRS);
    const narrower = this.narrowing.holds(revision, base, MOST_PAIRS);
    if (wider && narrower) return 'same';
    if (wider) return 'wider';
    return narrower ? 'narrower' : undefined;
  }
}

function schemasOf({ id, root, dialect }: ApiDocument): SchemaDocument {
  return new SchemaDocument(id, root.value, dialect);
}

import { createHash } from 'node:crypto';
import { SETS } from './keywords';
import { isForPeople, Reading, readingOf } from './readingOf';

/** Shared parts that lie beside what a schema says. */
const SHARED = new Set(['$defs', 'definitions']);

/** Words that stand for another schema. */
const REFERENCES = new Set(['$ref', '$dynamicRef', '$recursiveRef']);

/** References are followed as far as this where nothing else is asked for; what lies further away is told where it changed. */
const FARTHEST = 3;

/** Shorter texts are their own digest. */
const SHORT = 64;

/**
 * What tells pieces of a definition apart, whole however long they are: independent of the order of keys and of lists that are
 * sets, of words for people, and of what shared parts are called. An object is read once, however many pieces hold it.
 */
export class Digests {
  private readonly known = new Map<string, WeakMap<object, string>>();

  /** `lookUp` gives what a reference stands for; where that is undefined, it counts by its name. `farthest`: how many references deep. */
  constructor(
    private readonly lookUp: (reference: string) => unknown,
    private readonly farthest = FARTHEST,
  ) {}

  /** The digest of a piece; null of nothing. */
  of(piece: unknown): string | null {
    return piece === undefined
      ? null
      : this.digest(piece, 'part', this.farthest);
  }

  private digest(value: unknown, reading: Reading, far: number): string {
    if (typeof value !== 'object' || value === null) {
      return short(JSON.stringify(value) ?? 'null');
    }
    const known = this.knownOf(reading, far);
    const found =
      known.get(value) ??
      short(
        Array.isArray(value)
          ? `[${this.items(value, reading, far).join()}]`
          : this.object(value as Record<string, unknown>, reading, far),
      );
    known.set(value, found);
    return found;
  }

  private knownOf(reading: Reading, far: number): WeakMap<object, string> {
    const key = `${reading} ${far}`;
    const known = this.known.get(key) ?? new WeakMap<object, string>();
    this.known.set(key, known);
    return known;
  }

  private items(
    list: readonly unknown[],
    reading: Reading,
    far: number,
  ): string[] {
    return list.map(item => this.digest(item, reading, far));
  }

  private object(
    value: Record<string, unknown>,
    reading: Reading,
    far: number,
  ): string {
    const members = Object.keys(value)
      .filter(key => !isForPeople(key, reading))
      .filter(key => reading !== 'part' || !SHARED.has(key))
      .sort()
      .map(key => {
        const member = this.member(key, value[key], reading, far);
        return `${JSON.stringify(key)}:${member}`;
      });
    return `{${members.join()}}`;
  }

  private member(
    key: string,
    value: unknown,
    around: Reading,
    far: number,
  ): string {
    const mayRefer = around === 'part' && REFERENCES.has(key);
    if (mayRefer && typeof value === 'string') {
      return this.reference(value, far);
    }
    const reading = readingOf(key, value, around);
    const isSet = around === 'names' || (around === 'part' && SETS.has(key));
    return isSet && Array.isArray(value)
      ? short(`<${this.items(value, reading, far).sort().join()}>`)
      : this.digest(value, reading, far);
  }

  private reference(reference: string, far: number): string {
    const target = this.lookUp(reference);
    if (target === undefined) return short(JSON.stringify(reference));
    return far === 0 ? '…' : this.digest(target, 'part', far - 1);
  }
}

function short(text: string): string {
  return text.length <= SHORT
    ? text
    : `#${createHash('sha256').update(text).digest('base64')}`;
}

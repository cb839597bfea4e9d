import { Dialect } from '../schema-containment/Dialect';
import { childPointer, pointerTokens } from '../text/JsonPointer';
import { isObject } from '../text/isObject';
import { mergeSchemas } from './mergeSchemas';

/** Longer chains of references are taken to lead nowhere. */
const LONGEST_CHAIN = 100;

/** An object at its place in a definition, with references followed. */
export interface Located {
  value: Readonly<Record<string, unknown>>;
  pointer: string;
}

/** A definition; references are followed one at a time and never written out. */
export class ApiDocument {
  readonly root: Located;
  /** References that lead nowhere in this document. */
  readonly unresolved = new Set<string>();

  constructor(
    readonly id: 'base' | 'revision',
    value: Readonly<Record<string, unknown>>,
    /** How its schemas are read. */
    readonly dialect: Dialect,
    /** Where parts that were moved on reading are written, by their new pointers. */
    private readonly origins: Map<string, string> = new Map(),
  ) {
    this.root = { value, pointer: '' };
  }

  /** The object at a key, with references followed; undefined when there is none. */
  child(
    parent: Located | undefined,
    key: string | number,
  ): Located | undefined {
    if (!parent || !Object.hasOwn(parent.value, key)) return undefined;
    return this.follow(
      (parent.value as Record<string | number, unknown>)[key],
      childPointer(parent.pointer, key),
    );
  }

  /** All objects below one that are no extension of the format, with references followed, in the order of their keys. */
  children(parent: Located | undefined): [string, Located][] {
    return this.below(parent, key => !key.startsWith('x-'));
  }

  /** All objects of one whose keys are names that the author chose: those of headers do begin with `x-`. */
  entries(parent: Located | undefined): [string, Located][] {
    return this.below(parent, () => true);
  }

  /** The items of a list, with references followed. */
  items(parent: Located | undefined, key: string): Located[] {
    const list = parent?.value[key];
    if (!Array.isArray(list)) return [];
    const pointer = childPointer(parent!.pointer, key);
    return list.flatMap((item, index) => {
      const found = this.follow(item, childPointer(pointer, index));
      return found ? [found] : [];
    });
  }

  /** Follows references from a value until something that is none. */
  follow(value: unknown, pointer: string): Located | undefined {
    let at = { value, pointer };
    const seen = new Set<string>();
    let siblings: Located['value'] | undefined;
    while (isObject(at.value) && typeof at.value.$ref === 'string') {
      const { $ref, ...rest } = at.value;
      if (this.dialect.refSiblings && hasConstraints(rest)) {
        siblings = siblings ? mergeSchemas(rest, siblings) ?? siblings : rest;
      }
      if (seen.has($ref as string)) return undefined;
      seen.add($ref as string);
      const target =
        seen.size > LONGEST_CHAIN ? undefined : this.lookUp($ref as string);
      if (!target) {
        this.unresolved.add($ref as string);
        return undefined;
      }
      at = target;
    }
    if (!isObject(at.value)) return undefined;
    if (!siblings) return { value: at.value, pointer: at.pointer };
    const merged = mergeSchemas(at.value, siblings);
    return { value: merged ?? { ...at.value, ...siblings }, pointer };
  }

  /** What one reference stands for, which may be another. */
  lookUp(reference: string): { value: unknown; pointer: string } | undefined {
    if (!reference.startsWith('#')) return undefined;
    let value: unknown = this.root.value;
    let pointer = '';
    for (const token of decodedTokens(reference)) {
      if (typeof value !== 'object' || value === null) return undefined;
      if (!Object.hasOwn(value, token)) return undefined;
      value = (value as Record<string, unknown>)[token];
      pointer = childPointer(pointer, token);
    }
    return { value, pointer };
  }

  /** Remembers that a part is written elsewhere than its pointer says. */
  move(pointer: string, origin: string): void {
    this.origins.set(pointer, origin);
  }

  /** Where a pointer is written in the text. */
  written(pointer: string): string {
    for (
      let end = pointer.length;
      end > 0;
      end = pointer.lastIndexOf('/', end - 1)
    ) {
      const origin = this.origins.get(pointer.slice(0, end));
      if (origin !== undefined) return origin + pointer.slice(end);
    }
    return pointer;
  }

  private below(
    parent: Located | undefined,
    counts: (key: string) => boolean,
  ): [string, Located][] {
    if (!parent) return [];
    return Object.keys(parent.value)
      .filter(counts)
      .sort()
      .flatMap(key => {
        const child = this.child(parent, key);
        return child ? [[key, child] as [string, Located]] : [];
      });
  }
}

function decodedTokens(reference: string): string[] {
  try {
    return pointerTokens(decodeURIComponent(reference));
  } catch {
    return pointerTokens(reference);
  }
}

function hasConstraints(words: Record<string, unknown>): boolean {
  return Object.keys(words).some(
    word => word !== 'description' && word !== 'summary',
  );
}

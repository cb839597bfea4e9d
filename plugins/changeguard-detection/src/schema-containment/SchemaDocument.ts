import { childPointer, pointerTokens } from '../text/JsonPointer';
import { Digests } from '../text/Digests';
import { Dialect } from './Dialect';
import { SchemaNode } from './SchemaNode';

/** Schemas that differ only beyond so many references are taken for the same where nothing but their text is known. */
const FARTHEST = 8;

/** A document that holds schemas; references are followed only when somebody asks. */
export class SchemaDocument {
  private named: Map<string, SchemaNode> | undefined;
  private digests: Digests | undefined;
  /** References that lead nowhere in this document. */
  readonly unresolved = new Set<string>();

  constructor(
    /** Tells two documents apart, such as `base` and `revision`. */
    readonly id: string,
    readonly root: unknown,
    readonly dialect: Dialect,
  ) {}

  /** A schema of this document. */
  node(value: unknown, pointer: string): SchemaNode {
    return { value, pointer, document: this };
  }

  /** What a local reference stands for; undefined when it leads nowhere or out of the document. */
  resolve(reference: string): SchemaNode | undefined {
    const target = this.find(reference);
    if (!target) this.unresolved.add(reference);
    return target;
  }

  /** The same without minding where it leads. */
  find(reference: string): SchemaNode | undefined {
    if (reference === '#' || reference === '') return this.node(this.root, '');
    if (reference.startsWith('#/')) return this.at(reference);
    return this.names().get(reference);
  }

  /** A text that two schemas have in common only if they say the same, what they refer to included. */
  textOf(schema: unknown): string {
    this.digests ??= new Digests(one => this.find(one)?.value, FARTHEST);
    return this.digests.of(schema) ?? '';
  }

  private at(reference: string): SchemaNode | undefined {
    let tokens: string[];
    try {
      tokens = pointerTokens(decodeURIComponent(reference));
    } catch {
      tokens = pointerTokens(reference);
    }
    let value: unknown = this.root;
    let pointer = '';
    for (const token of tokens) {
      if (typeof value !== 'object' || value === null) return undefined;
      if (!Object.hasOwn(value, token)) return undefined;
      value = (value as Record<string, unknown>)[token];
      pointer = childPointer(pointer, token);
    }
    return this.node(value, pointer);
  }

  /** Schemas by `$id`, `id`, `$anchor` and `$dynamicAnchor`, read once and only when a reference needs them. */
  private names(): Map<string, SchemaNode> {
    if (this.named) return this.named;
    const named = new Map<string, SchemaNode>();
    const visit = (value: unknown, pointer: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) {
        const schema = value as Record<string, unknown>;
        for (const key of ['$id', 'id']) {
          const id = schema[key];
          if (typeof id === 'string') named.set(id, this.node(value, pointer));
        }
        for (const key of ['$anchor', '$dynamicAnchor']) {
          const id = schema[key];
          if (typeof id === 'string') {
            named.set(`#${id}`, this.node(value, pointer));
          }
        }
      }
      for (const [key, child] of Object.entries(value)) {
        visit(child, childPointer(pointer, key));
      }
    };
    visit(this.root, '');
    this.named = named;
    return named;
  }
}

import { asSchema } from './readSchema';
import { Conjunction, SchemaNode } from './SchemaNode';

/** Where a word of a conjunction is written, else where its first schema is. */
export function placeOf(
  conjunction: Conjunction,
  word: string | undefined,
): { pointer: string | undefined; value: unknown } {
  const nodes = conjunction.map(followed);
  if (word !== undefined) {
    for (const node of nodes) {
      const schema = asSchema(node.value);
      if (schema && Object.hasOwn(schema, word)) {
        return { pointer: node.pointer, value: { [word]: schema[word] } };
      }
    }
    return { pointer: nodes[0]?.pointer, value: undefined };
  }
  return { pointer: nodes[0]?.pointer, value: nodes[0]?.value };
}

function followed(node: SchemaNode): SchemaNode {
  let at = node;
  for (let steps = 0; steps < 20; steps++) {
    const reference = asSchema(at.value)?.$ref;
    const target =
      typeof reference === 'string' ? at.document.resolve(reference) : null;
    if (!target) return at;
    at = target;
  }
  return at;
}

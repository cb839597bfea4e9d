import { followed } from './followed';
import { asSchema } from './readSchema';
import { Conjunction } from './SchemaNode';

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

import { evaluatedBeside } from './evaluated';
import { allowsEverything } from './readSchema';
import { childNode, SchemaNode } from './SchemaNode';
import { Shape } from './Shape';

const WORDS: Partial<Record<Shape['type'], string>> = {
  array: 'unevaluatedItems',
  object: 'unevaluatedProperties',
};

/**
 * Leaves of a shape what the `unevaluated` word for its type allows. Where it is certain what else is looked at, the word is one more
 * `additionalProperties` or `items`; where that depends on the value, it is known by its text only, and by that of all beside it.
 */
export function applyUnevaluated(
  node: SchemaNode,
  schema: Record<string, unknown>,
  shape: Shape,
): Shape {
  const word = WORDS[shape.type];
  if (!word || allowsEverything(schema[word] ?? true)) return shape;
  const beside = evaluatedBeside(node);
  if (!beside) {
    const text = `${word} ${node.document.textOf(schema)}`;
    return { ...shape, opaque: new Set(shape.opaque).add(text) };
  }
  const rest = childNode(node, schema[word], word);
  const anything = childNode(node, true, word, '!evaluated');
  if (shape.type === 'array') {
    if (beside.allItems) return shape;
    const prefix = Array.from({ length: beside.prefix }, () => anything);
    return { ...shape, arrays: [...shape.arrays, { prefix, rest }] };
  }
  if (beside.allMembers) return shape;
  const all = (keys: ReadonlySet<string>) =>
    new Map([...keys].map(key => [key, anything]));
  const properties = all(beside.names);
  const layer = {
    properties,
    patterns: all(beside.patterns),
    additional: rest,
  };
  return { ...shape, objects: [...shape.objects, layer] };
}

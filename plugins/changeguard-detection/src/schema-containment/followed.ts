import { asSchema } from './readSchema';
import { SchemaNode } from './SchemaNode';

/** Longer chains of references are taken to lead nowhere. */
const MOST_STEPS = 100;

/** The schema that one stands for which is nothing but a reference, so that it is the same wherever it is referred to. */
export function followed(node: SchemaNode): SchemaNode {
  let at = node;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const schema = asSchema(at.value);
    if (typeof schema?.$ref !== 'string') return at;
    const counts = at.document.dialect.refSiblings;
    if (counts && Object.keys(schema).length > 1) return at;
    const target = at.document.resolve(schema.$ref);
    if (!target) return at;
    at = target;
  }
  return node;
}

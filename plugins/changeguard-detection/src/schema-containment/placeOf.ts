import { followed } from './followed';
import { asSchema } from './readSchema';
import { Conjunction } from './SchemaNode';
import { FixedShapes } from './Shape';

/** Where a word of a conjunction is written, else where its first schema is. */
export function placeOf(
  conjunction: Conjunction,
  word: string | undefined,
): string | undefined {
  const nodes = conjunction.map(followed);
  const written = nodes.find(
    ({ value }) => word !== undefined && has(value, word),
  );
  return (written ?? nodes[0])?.pointer;
}

/** What the schemas of a conjunction say by a word, else all they say; undefined where they say nothing. */
export function saidBy(
  conjunction: Conjunction,
  word: string | undefined,
): unknown {
  const said = conjunction.flatMap(node => {
    const { value } = word === undefined ? node : followed(node);
    if (value instanceof FixedShapes) return [];
    if (word === undefined) return [value];
    return has(value, word) ? [{ [word]: asSchema(value)![word] }] : [];
  });
  if (said.length < 2) return said[0];
  return { allOf: said };
}

function has(value: unknown, word: string): boolean {
  const schema = asSchema(value);
  return schema !== undefined && Object.hasOwn(schema, word);
}

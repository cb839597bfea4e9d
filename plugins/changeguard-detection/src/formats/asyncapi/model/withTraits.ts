import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';
import { childPointer } from '../../../text/JsonPointer';
import { isObject } from '../../../text/isObject';

type Json = Readonly<Record<string, unknown>>;

/**
 * An operation or a message with its traits merged into it. In AsyncAPI 2 a trait wins over what the target says itself, in 3 the
 * target wins; later traits win over earlier ones in both.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#traitsMergeMechanism
 */
export function withTraits(
  document: ApiDocument,
  target: Located,
  traitsWin: boolean,
): Located {
  const traits = document.items(target, 'traits');
  if (traits.length === 0) return target;
  const layers = traitsWin ? [target, ...traits] : [...traits, target];
  const value = layers.reduce<Json>(
    (merged, layer) => mergePatch(merged, layer.value),
    {},
  );
  for (const { value: words, pointer } of traits) {
    for (const word of Object.keys(words)) {
      if (Object.hasOwn(target.value, word) && !traitsWin) continue;
      document.move(
        childPointer(target.pointer, word),
        childPointer(pointer, word),
      );
    }
  }
  return { value, pointer: target.pointer };
}

/** JSON Merge Patch, RFC 7396; references are values like any other. */
function mergePatch(target: Json, patch: Json): Json {
  const merged: Record<string, unknown> = { ...target };
  for (const [word, value] of Object.entries(patch)) {
    const own = Object.hasOwn(merged, word) ? merged[word] : undefined;
    const both = isObject(own) && isObject(value) && !own.$ref && !value.$ref;
    if (value === null) delete merged[word];
    else define(merged, word, both ? mergePatch(own, value) : value);
  }
  return merged;
}

/** Also sets what is called `__proto__`. */
function define(target: object, word: string, value: unknown): void {
  Object.defineProperty(target, word, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

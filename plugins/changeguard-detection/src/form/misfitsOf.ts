import { childPointer, pointerTokens } from '../text/JsonPointer';
import { Form } from './Form';

/** A value that cannot be what has to be at its place. */
export interface Misfit {
  pointer: string;
  value: unknown;
  /** What has to be there. */
  noun: string;
}

/** Where a value is, as a way back to the root: few pointers are ever written out. */
interface Place {
  value: unknown;
  form: Form;
  above?: Place;
  /** What leads here from above; tokens of a pointer where a reference does. */
  keys: readonly (string | number)[];
}

/** More are not collected: nobody reads them. */
const MOST_MISFITS = 1_000;

/** More are not told one by one. */
const MOST_TOLD = 20;

/** The values of a definition that cannot be what has to be at their places; each is looked at once for each form. */
export function misfitsOf(root: unknown, form: Form): Misfit[] {
  const misfits: Misfit[] = [];
  const seen = new Map<Form, Set<unknown>>();
  const left: Place[] = [];
  const look = (value: unknown, asked: Form, at: () => Place) => {
    if (misfits.length >= MOST_MISFITS) return;
    if (value === null && !asked.mindsNull) return;
    if (!asked.fits(value)) {
      misfits.push({ pointer: pointerOf(at()), value, noun: asked.noun });
    } else if (typeof value === 'object' && value !== null) {
      let known = seen.get(asked);
      if (!known) seen.set(asked, (known = new Set()));
      if (known.has(value)) return;
      known.add(value);
      left.push(at());
    }
  };
  look(root, form, () => ({ value: root, form, keys: [] }));
  for (let at = left.pop(); at; at = left.pop()) {
    if (misfits.length >= MOST_MISFITS) break;
    const above = at;
    const value = at.value as { $ref?: unknown };
    const known = seen.get(at.form)!;
    if (at.form.referable && isNew(value.$ref, known)) {
      const target = targetOf(root, value.$ref);
      if (target) {
        const place = { ...target, form: above.form };
        look(target.value, above.form, () => place);
      }
    }
    above.form.parts?.(value, (key, below, asked) =>
      look(below, asked, () => ({
        value: below,
        form: asked,
        above,
        keys: [key],
      })),
    );
  }
  return misfits;
}

/** Whether a reference within the text was not followed before. */
function isNew(reference: unknown, known: Set<unknown>): reference is string {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) {
    return false;
  }
  const before = known.size;
  return known.add(reference).size > before;
}

/** Sentences about what could not be compared because it cannot be what has to be there. */
export function misfitReasons(misfits: readonly Misfit[]): string[] {
  const told = misfits.map(
    ({ pointer, value, noun }) =>
      `At '${pointer}' there has to be ${noun}, not ${shown(
        value,
      )}; it was not compared.`,
  );
  const sentences = [...new Set(told)].sort();
  const more = sentences.length - MOST_TOLD;
  if (more <= 0) return sentences;
  const count = misfits.length < MOST_MISFITS ? more : `at least ${more}`;
  return [
    ...sentences.slice(0, MOST_TOLD),
    `More such places that were not compared: ${count}.`,
  ];
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const word = JSON.stringify(value);
  return word.length <= 60 ? word : `${word.slice(0, 60)}…`;
}

function pointerOf(place: Place): string {
  const keys: (string | number)[] = [];
  for (let at: Place | undefined = place; at; at = at.above) {
    keys.unshift(...at.keys);
  }
  return keys.reduce<string>(childPointer, '');
}

/** What a reference within the text stands for. */
function targetOf(
  root: unknown,
  reference: string,
): Pick<Place, 'value' | 'keys'> | undefined {
  const keys = tokensOf(reference);
  let value = root;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return { value, keys };
}

function tokensOf(reference: string): string[] {
  try {
    return pointerTokens(decodeURIComponent(reference));
  } catch {
    return pointerTokens(reference);
  }
}

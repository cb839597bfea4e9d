import { z } from 'zod';
import { BadField } from '../service/InvalidRequestError';
import { isStorable } from './isStorable';

type Issue = z.core.$ZodIssue;

function pointer(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      `${text}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`,
    root,
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      parent !== null && typeof parent === 'object'
        ? (parent as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** Of the ways to read a value that all failed, the one that got furthest: a bad item of a list, not "it is no single value". */
function closest(branches: readonly Issue[][]): Issue[] {
  const depth = (issues: Issue[]) =>
    Math.max(...issues.map(issue => issue.path.length));
  return branches.reduce((best, branch) =>
    depth(branch) > depth(best) ? branch : best,
  );
}

function fieldsOf(root: string, value: unknown, issue: Issue): BadField[] {
  const at = pointer(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      pointer: pointer(at, [key]),
      code: 'unknown_field',
      message: 'is not a field',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length) {
    return closest(issue.errors as Issue[][]).flatMap(inner =>
      fieldsOf(at, valueAt(value, issue.path), inner),
    );
  }
  if (
    issue.code === 'invalid_type' &&
    valueAt(value, issue.path) === undefined
  ) {
    return [{ pointer: at, code: 'required', message: 'is required' }];
  }
  return [{ pointer: at, code: issue.code, message: issue.message }];
}

/** Everything that is wrong with one part of a request. */
export function badFields(
  root: string,
  value: unknown,
  error: z.ZodError,
): BadField[] {
  return error.issues.flatMap(issue => fieldsOf(root, value, issue));
}

/** A text that could not be stored. */
export const unstorableField = (at: string): BadField => ({
  pointer: at,
  code: 'invalid_character',
  message: 'must not hold U+0000 or half of a surrogate pair',
});

/** Texts that could not be stored. Without recursion: a few kilobytes nest deeper than the stack. */
export function unstorableFields(root: string, value: unknown): BadField[] {
  const found: BadField[] = [];
  const open: [at: string, value: unknown][] = [[root, value]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [at, one] = next;
    if (typeof one === 'string' && !isStorable(one)) {
      found.push(unstorableField(at));
    }
    if (typeof one === 'object' && one !== null) {
      for (const [key, member] of Object.entries(one).reverse()) {
        open.push([pointer(at, [key]), member]);
      }
    }
  }
  return found;
}

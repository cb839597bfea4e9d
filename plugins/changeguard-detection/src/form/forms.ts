import { isObject } from '../text/isObject';
import { Form } from './Form';

export const text: Form = {
  noun: 'a text',
  fits: value => typeof value === 'string',
};

export const number: Form = {
  noun: 'a number',
  fits: value => typeof value === 'number',
};

export const flag: Form = {
  noun: '`true` or `false`',
  fits: value => typeof value === 'boolean',
};

/** A list, whose items have a form where one is given. */
export function list(item?: Form): Form {
  return {
    noun: 'a list',
    fits: Array.isArray,
    parts: (value, show) => {
      if (!item) return;
      (value as unknown[]).forEach((one, index) => show(index, one, item));
    },
  };
}

/** An object with keys that the author chose. Those of extensions, where the format has some among them, have no form. */
export function namesTo(
  form: Form,
  options: { extensions?: boolean; referable?: boolean } = {},
): Form {
  return {
    noun: 'an object',
    fits: isObject,
    referable: options.referable,
    parts: (value, show) => {
      for (const key of Object.keys(value)) {
        if (options.extensions && key.startsWith('x-')) continue;
        show(key, (value as Record<string, unknown>)[key], form);
      }
    },
  };
}

/** An object with keys that the format chose; others may be there. They are asked for late, and handed the form, so that it may hold itself. */
export function object(
  noun: string,
  keys: (self: Form) => Readonly<Record<string, Form>>,
  options: { booleans?: boolean } = {},
): Form {
  let known: ReadonlyMap<string, Form> | undefined;
  const self: Form = {
    noun,
    referable: true,
    fits: value =>
      isObject(value) ||
      (options.booleans === true && typeof value === 'boolean'),
    parts: (value, show) => {
      known ??= new Map(Object.entries(keys(self)));
      for (const key of Object.keys(value)) {
        const form = known.get(key);
        if (form) show(key, (value as Record<string, unknown>)[key], form);
      }
    },
  };
  return self;
}

/** The first of some forms that a value fits. */
export function either(...forms: readonly Form[]): Form {
  return {
    noun: forms.map(({ noun }) => noun).join(' or '),
    fits: value => forms.some(form => form.fits(value)),
    parts: (value, show) =>
      forms.find(form => form.fits(value))?.parts?.(value, show),
    referable: forms.some(({ referable }) => referable),
    mindsNull: forms.some(({ mindsNull }) => mindsNull),
  };
}

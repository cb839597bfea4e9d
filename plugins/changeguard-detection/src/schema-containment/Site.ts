import { childPointer } from '../text/JsonPointer';

/** A place in a value. */
export interface Site {
  /** As people read it, such as `/lines/0/name`. */
  path: string;
  /** As no other place is called: a property may be called `*` or `0`. */
  place: string;
}

/** The value itself. */
export const whole: Site = { path: '', place: '' };

/** What leads from a value to a part of it. */
export type Step = 'property' | 'pattern' | 'others' | 'item';

/** A place below another. */
export function below({ path, place }: Site, step: Step, name: string): Site {
  return {
    path: `${path}/${name}`,
    place: childPointer(`${place}/${step}`, name),
  };
}

import { isMultiple, stepOf, tightBounds } from './numberBounds';
import { Shape } from './Shape';

/** Fewer values than this are tried one by one. */
const LIMIT = 100;

/** All values of a shape, where there are few. */
export function finiteValues(shape: Shape): readonly unknown[] | undefined {
  if (shape.values) return shape.values;
  if (shape.opaque.size > 0 || shape.formats.size > 0) return undefined;
  if (shape.type === 'string' && shape.maxSize === 0) return [''];
  if (shape.type === 'array' && shape.maxSize === 0) return [[]];
  if (shape.type === 'object' && shape.maxSize === 0) return [{}];
  if (shape.type !== 'number') return undefined;
  const step = stepOf(shape);
  const { minimum, maximum } = tightBounds(shape);
  if (step === 0 || !minimum || !maximum) return undefined;
  if ((maximum.value - minimum.value) / step > LIMIT) return undefined;
  const values: number[] = [];
  for (let value = minimum.value; value <= maximum.value; value += step) {
    const refused = shape.notMultipleOf.some(f => isMultiple(value, f));
    if (!refused) values.push(value);
  }
  return values;
}

import { Bound, Shape } from './Shape';

/** Whether a value is a multiple, without stumbling over 0.1 + 0.2. */
export function isMultiple(value: number, factor: number): boolean {
  if (factor === 0) return value === 0;
  const quotient = value / factor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

/** The stricter of two lower bounds. */
export function higherMinimum(a: Bound | undefined, b: Bound): Bound {
  if (!a) return b;
  if (a.value !== b.value) return a.value > b.value ? a : b;
  return a.exclusive ? a : b;
}

/** The stricter of two upper bounds. */
export function lowerMaximum(a: Bound | undefined, b: Bound): Bound {
  if (!a) return b;
  if (a.value !== b.value) return a.value < b.value ? a : b;
  return a.exclusive ? a : b;
}

/** The least common multiple of what a number has to be a multiple of; 0 where there is nothing. */
export function stepOf(shape: Shape): number {
  const factors = shape.integer ? [1, ...shape.multipleOf] : shape.multipleOf;
  return factors.reduce<number>((step, factor) => {
    if (step === 0) return factor;
    for (let times = 1; times <= 10_000; times++) {
      if (isMultiple(step * times, factor)) return step * times;
    }
    return step;
  }, 0);
}

/** The bounds with what the steps leave of them: an integer above 5.5 is at least 6. */
export function tightBounds(shape: Shape): {
  minimum?: Bound;
  maximum?: Bound;
} {
  const step = stepOf(shape);
  const { minimum, maximum } = shape;
  if (step === 0) return { minimum, maximum };
  return {
    minimum: minimum && { value: up(minimum, step), exclusive: false },
    maximum: maximum && { value: down(maximum, step), exclusive: false },
  };
}

function up({ value, exclusive }: Bound, step: number): number {
  if (isMultiple(value, step)) return exclusive ? value + step : value;
  return Math.ceil(value / step) * step;
}

function down({ value, exclusive }: Bound, step: number): number {
  if (isMultiple(value, step)) return exclusive ? value - step : value;
  return Math.floor(value / step) * step;
}

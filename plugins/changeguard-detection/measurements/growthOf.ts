/** One measurement: a size, and the seconds it took. */
export interface Point {
  size: number;
  seconds: number;
}

/** The exponent of the power that fits best: 1 where twice the size takes twice the time. */
export function growthOf(points: readonly Point[]): number {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ seconds }) => Math.log(seconds));
  const x = mean(xs);
  const y = mean(ys);
  const together = mean(xs.map((one, index) => (one - x) * (ys[index] - y)));
  return together / mean(xs.map(one => (one - x) ** 2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

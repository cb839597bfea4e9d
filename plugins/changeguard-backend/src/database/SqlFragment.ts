/** A piece of SQL with `?` for its values, in order. */
export interface SqlFragment {
  text: string;
  values: readonly unknown[];
}

/** A piece of SQL; `?` stands for each of the values. */
export function sql(text: string, ...values: unknown[]): SqlFragment {
  return { text, values };
}

/** Joins conditions; no condition at all is `true` of `and` and `false` of `or`. */
export function joined(
  fragments: readonly SqlFragment[],
  word: 'and' | 'or',
): SqlFragment {
  if (!fragments.length) return sql(word === 'and' ? 'true' : 'false');
  return {
    text: fragments.map(({ text }) => `(${text})`).join(` ${word} `),
    values: fragments.flatMap(({ values }) => values),
  };
}

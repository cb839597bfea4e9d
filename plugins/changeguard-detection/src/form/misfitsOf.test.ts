import { Form } from './Form';
import { misfitReasons, misfitsOf } from './misfitsOf';

const text: Form = {
  noun: 'a text',
  fits: value => typeof value === 'string',
};

const texts: Form = {
  noun: 'an object',
  fits: value => typeof value === 'object',
  parts: (value, look) =>
    Object.entries(value).forEach(([key, below]) => look(key, below, text)),
};

const wrong = (count: number) =>
  misfitsOf(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`p${index}`, index]),
    ),
    texts,
  );

describe('misfitsOf', () => {
  it('stops to collect within one object', () => {
    expect(wrong(999)).toHaveLength(999);
    expect(wrong(1_000)).toHaveLength(1_000);
    expect(wrong(50_000)).toHaveLength(1_000);
  });
});

describe('misfitReasons', () => {
  it('tells all where they are few', () => {
    const reasons = misfitReasons(wrong(20));
    expect(reasons).toHaveLength(20);
    expect(reasons[0]).toBe(
      "At '/p0' there has to be a text, not 0; it was not compared.",
    );
  });

  it.each([
    [21, 'More such places that were not compared: 1.'],
    [500, 'More such places that were not compared: 480.'],
    [50_000, 'More such places that were not compared: at least 980.'],
  ])('says how many more than twenty there are: of %i', (count, last) => {
    const reasons = misfitReasons(wrong(count));
    expect(reasons).toHaveLength(21);
    expect(reasons[20]).toBe(last);
  });
});

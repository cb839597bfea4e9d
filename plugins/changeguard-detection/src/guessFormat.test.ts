import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formats } from './formats';
import { guessFormat } from './guessFormat';

/** The texts of all fixtures of a format. */
function textsOf(format: string): { name: string; text: string }[] {
  const folder = join(__dirname, 'formats', format, '__fixtures__');
  return readdirSync(folder).flatMap(rule =>
    readdirSync(join(folder, rule)).map(file => ({
      name: `${rule}/${file}`,
      text: readFileSync(join(folder, rule, file), 'utf8'),
    })),
  );
}

describe('guessing a format', () => {
  it.each([...formats.keys()])('knows the definitions of %s', format => {
    const wrong = textsOf(format)
      .map(({ name, text }) => ({ name, guess: guessFormat(text) }))
      .filter(({ guess }) => guess !== format);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['schema.proto', 'protobuf'],
    ['grpc', 'protobuf'],
    ['orders/2026.sql', 'sql'],
    ['api.graphqls', 'graphql'],
    ['order.avsc', 'avro'],
    ['order.schema.json', 'json-schema'],
    ['openapi', 'openapi'],
  ])('believes the hint %s', (hint, format) => {
    expect(guessFormat('', hint)).toBe(format);
  });

  it.each([
    ['\uFEFF{"swagger": "2.0"}', 'openapi'],
    ['# Orders\n---\nopenapi: "3.1.0"\n', 'openapi'],
    ['{"info": {"asyncapi": 1}, "openapi": "3.0.0"}', 'openapi'],
    ['{"a/b.proto": "message A {}"}', 'protobuf'],
    ['{"V1__a.sql": ""}', 'sql'],
    ['create table t (id int);', 'sql'],
    ['"string"', null],
    ['Hello', null],
    ['', null],
    ['{"openapi', null],
  ])('reads %j as %s', (text, format) => {
    expect(guessFormat(text)).toBe(format);
  });

  it('answers quickly for a long text of anything', () => {
    for (const piece of [
      '{',
      '"',
      '"\\',
      'a:',
      ' ',
      '\n',
      'CREATE ',
      '(',
      'CREATE\n',
      'type ',
      '\t',
    ]) {
      const text = piece.repeat(2_000_000);
      const started = process.hrtime.bigint();
      guessFormat(text);
      expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(
        1_000,
      );
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, hint) => {
        const guess = guessFormat(text, hint);
        expect(guess === null || formats.has(guess)).toBe(true);
      }),
    );
  });
});

/** What the engines parse with. */
const PARSERS = [
  '@graphql-inspector/core',
  'graphql',
  'js-yaml',
  'libpg-query',
  'protobufjs',
];

/** The names of those parsers that loading a module of ours loads as well. */
function parsersOf(module: string): string[] {
  const loaded: string[] = [];
  for (const parser of PARSERS) {
    jest.doMock(parser, () => {
      loaded.push(parser);
      return jest.requireActual(parser);
    });
  }
  jest.isolateModules(() => require(module));
  for (const parser of PARSERS) jest.dontMock(parser);
  return loaded.sort();
}

it('knows rules and formats without loading an engine', () => {
  expect(parsersOf('./rules')).toEqual([]);
  expect(parsersOf('./formats')).toEqual([...PARSERS].sort());
});

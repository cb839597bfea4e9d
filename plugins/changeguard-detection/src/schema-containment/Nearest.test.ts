import { Containment } from './Containment';
import { draft2020 } from './Dialect';
import { SchemaDocument } from './SchemaDocument';

/** Two schemas of alternatives that lead to each other, whose own properties are of one type. */
function written(start: readonly string[], type: string) {
  const own = (names: readonly string[], also: object = {}) => ({
    type: 'object',
    properties: {
      ...Object.fromEntries(names.map(name => [name, { type }])),
      ...also,
    },
  });
  const to = (name: string) => ({ $ref: `#/$defs/${name}` });
  return {
    type: 'object',
    properties: Object.fromEntries(start.map(name => [`is${name}`, to(name)])),
    $defs: {
      Parcel: {
        anyOf: [
          own(['a', 'b', 'c']),
          own(['weight'], { pallet: to('Pallet') }),
        ],
      },
      Pallet: {
        anyOf: [own(['x', 'y', 'z']), own(['load'], { parcel: to('Parcel') })],
      },
    },
  };
}

function told(start: readonly string[]): string[] {
  const [from, to] = ['string', 'integer'].map(type => {
    const schema = written(start, type);
    return [new SchemaDocument(type, schema, draft2020).node(schema, '')];
  });
  return new Containment()
    .explain(from, to)
    .reasons.map(({ kind, place, identity }) => `${kind} ${place} ${identity}`);
}

describe('the nearest of alternatives that lead to each other', () => {
  it('is the same whatever else leads to them', () => {
    const [parcel, pallet] = [told(['Parcel']), told(['Pallet'])];
    expect(parcel).not.toEqual([]);
    expect(pallet).not.toEqual([]);
    const both = new Set(told(['Parcel', 'Pallet']));
    expect(both).toEqual(new Set([...parcel, ...pallet]));
    expect(new Set(told(['Pallet', 'Parcel']))).toEqual(both);
  });
});

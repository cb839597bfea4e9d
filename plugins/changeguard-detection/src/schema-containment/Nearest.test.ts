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
    properties: Object.fromEntries(start.map(name => [name, to(name)])),
    $defs: {
      P: {
        anyOf: [own(['pa', 'pb', 'pc']), own(['pl'], { pq: to('Q') })],
      },
      Q: {
        anyOf: [own(['qa', 'qb', 'qc']), own(['ql'], { qp: to('P') })],
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
    const [p, q] = [told(['P']), told(['Q'])];
    expect(p).not.toEqual([]);
    expect(q).not.toEqual([]);
    expect(told(['P', 'Q'])).toEqual([...p, ...q]);
  });
});

import { dump } from 'js-yaml';
import fc from 'fast-check';
import { defaultBudget } from '../../Comparison';
import { Finding } from '../../Finding';
import { judge } from '../../judge';
import { openApi } from '.';
import { openApiRuleById } from './rules';

/** What a service offers, from which a definition is written. */
interface Service {
  operations: {
    path: string;
    method: 'get' | 'post';
    parameters: { name: string; required: boolean; type: string }[];
    sent: { name: string; required: boolean; type: string }[];
    received: { name: string; required: boolean; type: string }[];
  }[];
}

const field = fc.record({
  name: fc.constantFrom('id', 'name', 'size', 'tags'),
  required: fc.boolean(),
  type: fc.constantFrom('string', 'integer', 'boolean'),
});
const fields = fc.uniqueArray(field, {
  selector: one => one.name,
  minLength: 1,
  maxLength: 4,
});
const service: fc.Arbitrary<Service> = fc.record({
  operations: fc.uniqueArray(
    fc.record({
      path: fc.constantFrom('/orders', '/orders/{id}', '/users'),
      method: fc.constantFrom('get' as const, 'post' as const),
      parameters: fields,
      sent: fields,
      received: fields,
    }),
    {
      selector: one => `${one.method} ${one.path}`,
      minLength: 1,
      maxLength: 4,
    },
  ),
});

function schemaOf(members: Service['operations'][0]['sent']) {
  return {
    type: 'object',
    required: members.filter(one => one.required).map(one => one.name),
    properties: Object.fromEntries(
      members.map(({ name, type }) => [name, { type }]),
    ),
  };
}

function define(offer: Service) {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, unknown> = {};
  for (const one of offer.operations) {
    const name = `${one.method}${one.path.replace(/\W/g, '_')}`;
    schemas[name] = schemaOf(one.received);
    const content = (schema: unknown) => ({ 'application/json': { schema } });
    paths[one.path] = {
      ...paths[one.path],
      [one.method]: {
        parameters: one.parameters.map(({ name: own, required, type }) => ({
          name: own,
          in: 'query',
          required,
          schema: { type },
        })),
        requestBody: { required: true, content: content(schemaOf(one.sent)) },
        responses: {
          200: { content: content({ $ref: `#/components/schemas/${name}` }) },
        },
      },
    };
  }
  return { openapi: '3.1.0', paths, components: { schemas } };
}

function compare(base: string, revision: string): Finding[] {
  const comparison = openApi.compare(base, revision, {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
  if (comparison instanceof Promise || comparison.outcome !== 'compared') {
    throw new Error('not compared');
  }
  return judge(comparison.findings, {
    rules: openApiRuleById,
    engine: 'openapi',
    engineVersion: '1',
  });
}

function compareServices(base: Service, revision: Service): Finding[] {
  return compare(
    JSON.stringify(define(base)),
    JSON.stringify(define(revision)),
  );
}

/** The same in another order of keys and lists, as YAML. */
function rewritten(offer: Service): string {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned).reverse();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, one]) => [key, turned(one)]),
    );
  };
  return dump(turned(define(offer)));
}

function changed(
  offer: Service,
  index: number,
  change: (operation: Service['operations'][0]) => Service['operations'],
): Service {
  const at = index % offer.operations.length;
  return {
    operations: offer.operations.flatMap((one, own) =>
      own === at ? change(one) : [one],
    ),
  };
}

const fresh = { name: 'fresh', required: false, type: 'string' };

describe('comparing what services offer', () => {
  it('finds nothing in a definition that is written otherwise', () => {
    fc.assert(
      fc.property(service, offer => {
        const text = JSON.stringify(define(offer));
        expect(compare(text, text)).toEqual([]);
        expect(compare(text, rewritten(offer))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a change the same fingerprints however both versions are written', () => {
    fc.assert(
      fc.property(service, service, (base, revision) => {
        const prints = (found: Finding[]) =>
          found.map(one => one.fingerprint).sort();
        expect(prints(compare(rewritten(base), rewritten(revision)))).toEqual(
          prints(compareServices(base, revision)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('finds the removal of anything a client calls or relies on', () => {
    fc.assert(
      fc.property(service, fc.nat(), fc.nat(), (offer, index, member) => {
        const alarms = (revision: Service) =>
          compareServices(offer, revision).filter(
            one => one.severity !== 'non-breaking',
          );
        const without = <T>(list: T[]) =>
          list.filter((_, own) => own !== member % list.length);
        expect(alarms(changed(offer, index, () => []))).not.toEqual([]);
        for (const key of ['parameters', 'sent', 'received'] as const) {
          const revision = changed(offer, index, one => [
            { ...one, [key]: without(one[key]) },
          ]);
          expect(alarms(revision)).not.toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds everything that a request has to have now', () => {
    fc.assert(
      fc.property(service, fc.nat(), (offer, index) => {
        for (const key of ['parameters', 'sent'] as const) {
          const revision = changed(offer, index, one => [
            { ...one, [key]: [...one[key], { ...fresh, required: true }] },
          ]);
          const found = compareServices(offer, revision);
          expect(found.map(one => one.severity)).toContain('breaking');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('raises no alarm when something optional is added', () => {
    fc.assert(
      fc.property(service, fc.nat(), (offer, index) => {
        for (const key of ['parameters', 'sent', 'received'] as const) {
          const revision = changed(offer, index, one => [
            { ...one, [key]: [...one[key], fresh] },
          ]);
          const found = compareServices(offer, revision);
          expect(found).toHaveLength(1);
          expect(found[0].severity).toBe('non-breaking');
        }
      }),
      { numRuns: 200 },
    );
  });
});

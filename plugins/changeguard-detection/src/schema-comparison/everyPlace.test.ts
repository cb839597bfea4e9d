import { compareAndJudge } from '../compareAndJudge';
import { defaultBudget } from '../Comparison';
import { formats } from '../formats';

const address = (maxLength: number) => ({
  type: 'object',
  properties: { zip: { type: 'string', maxLength } },
});

const shared = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** An order whose addresses are told by one schema, or by others. */
function define(
  format: 'openapi' | 'asyncapi',
  properties: Record<string, object>,
  maxLength: number,
) {
  const schema = { type: 'object', properties };
  const components = {
    schemas: { Address: address(maxLength), Place: address(3) },
  };
  const info = { title: 'Orders', version: '1' };
  if (format === 'asyncapi') {
    const channels = {
      orders: { publish: { message: { name: 'order', payload: schema } } },
    };
    return JSON.stringify({ asyncapi: '2.6.0', info, channels, components });
  }
  const content = { 'application/json': { schema } };
  const post = { requestBody: { content }, responses: {} };
  return JSON.stringify({
    openapi: '3.1.0',
    info,
    paths: { '/orders': { post } },
    components,
  });
}

describe.each(['openapi', 'asyncapi'] as const)(
  'a schema that %s uses in two places',
  format => {
    const both = { bill: shared('Address'), ship: shared('Address') };

    async function fingerprints(
      properties: Record<string, object>,
      maxLength: number,
    ) {
      const comparison = await compareAndJudge(
        formats.get(format)!,
        define(format, both, 9),
        define(format, properties, maxLength),
        { budget: defaultBudget, now: new Date(0) },
      );
      if (comparison.outcome !== 'compared') throw new Error('not compared');
      return comparison.findings
        .filter(({ severity }) => severity === 'breaking')
        .map(({ fingerprint }) => fingerprint);
    }

    it('is told of each, also when one of them goes', async () => {
      const accepted = await fingerprints(both, 5);
      expect(accepted).toHaveLength(2);
      const { ship } = both;
      const later = await fingerprints({ ship }, 5);
      expect(later).toHaveLength(1);
      expect(accepted).toEqual(expect.arrayContaining(later));
    });

    it('is told anew where a second place comes to use another', async () => {
      const { ship } = both;
      const accepted = await fingerprints({ bill: shared('Place'), ship }, 9);
      const later = await fingerprints(
        { bill: shared('Place'), ship: shared('Place') },
        9,
      );
      expect(accepted).toHaveLength(1);
      expect(later).toHaveLength(2);
      expect(later).toEqual(expect.arrayContaining(accepted));
    });
  },
);

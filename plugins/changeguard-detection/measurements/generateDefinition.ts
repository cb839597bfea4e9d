/** What one path and its schema take, indented. */
const BYTES_EACH = 1_130;

/** How many schemas refer to each other. */
const GROUP = 10;

/**
 * An OpenAPI definition of about a size, with shared schemas that refer to each other within groups, in circles; a revision of it
 * differs in every tenth.
 */
export function generateDefinition(
  megabytes: number,
  isRevision: boolean,
): string {
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, unknown> = {};
  const count = Math.ceil((megabytes * 1e6) / BYTES_EACH);
  for (let index = 0; index < count; index++) {
    const differs = isRevision && index % 10 === 0;
    schemas[`Order${index}`] = {
      type: 'object',
      required: differs ? ['id'] : ['id', 'total'],
      properties: {
        id: { type: 'string', maxLength: differs ? 80 : 40 },
        total: { type: 'integer', minimum: 0 },
        state: { type: 'string', enum: ['open', 'paid', 'sent'] },
        next: { $ref: `#/components/schemas/Order${nextOf(index, count)}` },
      },
    };
    const schema = { $ref: `#/components/schemas/Order${index}` };
    paths[`/orders${index}/{id}`] = {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      ],
      get: {
        operationId: `getOrder${index}`,
        responses: { 200: { content: { 'application/json': { schema } } } },
      },
    };
  }
  return JSON.stringify(
    {
      openapi: '3.1.0',
      info: { title: 'Orders', version: '1' },
      paths,
      components: { schemas },
    },
    null,
    2,
  );
}

/** The next one of its group; the last one refers to the first. */
function nextOf(index: number, count: number): number {
  const first = index - (index % GROUP);
  return index + 1 < Math.min(first + GROUP, count) ? index + 1 : first;
}

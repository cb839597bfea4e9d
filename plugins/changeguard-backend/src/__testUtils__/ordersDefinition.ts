/** An OpenAPI definition of a small API, with other properties in its answer than usual. */
export function ordersDefinition(
  options: { with?: string[]; without?: string[]; indent?: number } = {},
): string {
  const names = ['id', 'note', 'total', ...(options.with ?? [])].filter(
    name => !options.without?.includes(name),
  );
  const order = {
    type: 'object',
    properties: Object.fromEntries(
      names.map(name => [name, { type: 'string' }]),
    ),
    required: names.filter(name => !options.with?.includes(name)),
  };
  const definition = {
    openapi: '3.0.3',
    info: { title: 'Orders', version: '1' },
    paths: {
      '/orders/{id}': {
        get: {
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { type: 'string' },
            },
          ],
          responses: {
            200: {
              description: 'The order',
              content: { 'application/json': { schema: order } },
            },
          },
        },
      },
    },
  };
  return JSON.stringify(definition, null, options.indent);
}

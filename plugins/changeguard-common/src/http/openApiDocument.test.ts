import { openApiDocument } from './openApiDocument';
import { operations } from './operations';

describe('openApiDocument', () => {
  it('describes every operation with its parameters and bodies', () => {
    const document = JSON.parse(
      JSON.stringify(
        openApiDocument({
          serverUrl: 'http://localhost:7007/api/changeguard',
          version: '1.2.3',
        }),
      ),
    );
    const described = Object.values<Record<string, { operationId: string }>>(
      document.paths,
    ).flatMap(path =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(described.sort()).toEqual(
      [...Object.keys(operations), 'exportAudit'].sort(),
    );
    const record = document.paths['/schema-changes'].post;
    expect(
      record.requestBody.content['application/json'].schema.required,
    ).toEqual(['entityRef', 'title']);
    expect(
      record.parameters.map((parameter: { name: string }) => parameter.name),
    ).toContain('Idempotency-Key');
    const { parameters, responses } = document.paths['/audit/export'].get;
    expect(
      parameters.map((parameter: { name: string }) => parameter.name),
    ).toEqual(expect.arrayContaining(['actor', 'format', 'fromSeq', 'to']));
    expect(Object.keys(responses[200].content)).toEqual([
      'application/x-ndjson',
      'text/csv',
    ]);
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['400', '401', '403', '429', '503']),
    );
  });
});

import {
  recordSchemaChangeSchema,
  updateSchemaChangeSchema,
} from './schemaChange';

describe('recordSchemaChangeSchema', () => {
  it('needs an entity and a title, and fills in the rest', () => {
    expect(
      recordSchemaChangeSchema.parse({
        entityRef: 'API:default/Orders',
        title: ' Remove `legacyId` ',
      }),
    ).toEqual({
      entityRef: 'api:default/orders',
      title: 'Remove `legacyId`',
      description: '',
      format: 'other',
      severity: 'breaking',
      status: 'announced',
      findings: [],
      effectiveAt: null,
      sunsetAt: null,
      migrationGuide: null,
      replacement: null,
      source: 'manual',
    });
  });

  it('names every bad field, unknown ones included', () => {
    const parsed = recordSchemaChangeSchema.safeParse({
      entityRef: 'nonsense ref',
      title: '',
      effectiveAt: 'tomorrow',
      findings: [{ message: 'ok' }, { severity: 'terrible', message: '' }],
      colour: 'red',
    });
    expect(
      parsed.error?.issues.map(issue => issue.path.join('/')).sort(),
    ).toEqual([
      '',
      'effectiveAt',
      'entityRef',
      'findings/1/message',
      'findings/1/severity',
      'title',
    ]);
  });
});

describe('updateSchemaChangeSchema', () => {
  it('is content with a status and a reason', () => {
    expect(
      updateSchemaChangeSchema.safeParse({ status: 'resolved', reason: 'done' })
        .success,
    ).toBe(true);
  });

  it('refuses a body that changes nothing', () => {
    expect(updateSchemaChangeSchema.safeParse({}).success).toBe(false);
    expect(updateSchemaChangeSchema.safeParse({ reason: 'why' }).success).toBe(
      false,
    );
  });
});

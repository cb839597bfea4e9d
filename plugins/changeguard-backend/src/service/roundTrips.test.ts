import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

describe('how often a request waits for the database', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
  });

  afterAll(async () => {
    await api?.stop();
  });

  /** Of the statements sent during a request, those that its own code sends. */
  const sent = async (request: () => Promise<unknown>, own: RegExp) => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    await request();
    knex.off('query', listen);
    return statements
      .map(sql => sql.match(/\/\* ([\w.]+)|^insert into "\w+"/))
      .map(match => match?.[1] ?? match?.[0] ?? '')
      .filter(name => own.test(name));
  };

  const ofRequests =
    /^(SchemaChange|CommentStore|OutboxEventWriter|insert into "(findings|schema_\w+|comments|outbox)")/;

  it('twice to record, findings and owners included', async () => {
    const names = await sent(
      () =>
        api.call('alice', 'post', '/schema-changes', {
          entityRef: 'api:default/orders',
          title: 'A change',
          findings: [{ message: 'Gone' }, { message: 'Also gone' }],
        }),
      ofRequests,
    );
    expect(names).toEqual([
      'SchemaChangeStore.insert',
      'OutboxEventWriter.write',
    ]);
  });

  it('three times to comment', async () => {
    const id = await api.record();
    const names = await sent(
      () =>
        api.call('alice', 'post', `/schema-changes/${id}/comments`, {
          body: 'Since when?',
        }),
      ofRequests,
    );
    expect(names).toEqual([
      'SchemaChangeReadModel.head',
      'CommentStore.insert',
      'OutboxEventWriter.write',
    ]);
  });
});

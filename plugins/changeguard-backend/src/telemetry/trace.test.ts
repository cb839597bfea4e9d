import { AddressInfo } from 'net';
import { Readable } from 'stream';
import { text } from 'stream/consumers';
import changeGuardEmail from '@changeguard/backstage-plugin-changeguard-backend-module-email';
import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { Knex } from 'knex';
import { SMTPServer } from 'smtp-server';
import { ApiBench } from '../__testUtils__/ApiBench';
import { sampleCatalog } from '../__testUtils__/InMemoryCatalog';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { waitUntil } from '../__testUtils__/waitUntil';

jest.setTimeout(60_000);

/** As a caller with a trace of its own sends it. */
const caller = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
};
const traceparent = `00-${caller.traceId}-${caller.spanId}-01`;

describe('the trace of a request', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  });
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream: Readable, _session, done) => {
      mails.push(await text(stream));
      done();
    },
  });
  let knex: Knex;
  let api: ApiBench;

  const spans = () =>
    exporter
      .getFinishedSpans()
      .filter(span => span.spanContext().traceId === caller.traceId);
  const named = (name: string): ReadableSpan[] =>
    spans().filter(span => span.name === name);

  beforeAll(async () => {
    provider.register();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.server.address() as AddressInfo;
    const catalog = sampleCatalog();
    for (const name of ['bob', 'ben', 'erin']) {
      catalog.get(`user:default/${name}`).profile = {
        email: `${name}@example.com`,
      };
    }
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      catalog,
      features: [changeGuardEmail],
      config: {
        email: {
          from: 'ChangeGuard <guard@example.com>',
          smtp: { host: '127.0.0.1', port },
        },
      },
    });
    await api.call(
      'alice',
      'post',
      '/schema-changes',
      { entityRef: 'api:default/orders', title: 'A traced change' },
      { traceparent },
    );
    await api.settled();
    await waitUntil('everybody was told', async () => {
      const rows = await knex('deliveries').where({ state: 'pending' });
      const sent = await knex('deliveries').where({ channel: 'email' });
      return sent.length > 0 && rows.length === 0;
    });
  });

  afterAll(async () => {
    await api?.stop();
    await new Promise<void>(resolve => {
      server.close(resolve);
    });
    await provider.shutdown();
    trace.disable();
    context.disable();
    propagation.disable();
  });

  it('begins where its caller was', () => {
    const [request] = named('changeguard recordSchemaChange');
    expect(request.parentSpanContext?.spanId).toBe(caller.spanId);
  });

  const publishedOf = (type: string) => {
    const found = named('publish postgres').filter(
      span => span.attributes['changeguard.event.type'] === type,
    );
    expect(found).toHaveLength(1);
    return found[0];
  };

  it('goes on in publishing the event, as the conventions for messaging say', async () => {
    const [request] = named('changeguard recordSchemaChange');
    const published = publishedOf('schema-change.announced');
    const event = await knex('outbox')
      .where({ type: 'schema-change.announced' })
      .first();
    expect(published.parentSpanContext?.spanId).toBe(
      request.spanContext().spanId,
    );
    expect(published.kind).toBe(SpanKind.PRODUCER);
    expect(published.status.code).toBe(SpanStatusCode.UNSET);
    expect(published.attributes).toMatchObject({
      'messaging.system': 'postgres',
      'messaging.operation.name': 'publish',
      'messaging.operation.type': 'send',
      'messaging.message.id': event.id,
      'changeguard.change.id': event.aggregateid,
    });
  });

  it('goes on in every subscriber of the event', async () => {
    const [request] = named('changeguard recordSchemaChange');
    const published = publishedOf('schema-change.announced');
    const announced = await knex('outbox').where({
      type: 'schema-change.announced',
    });
    expect(announced.map(row => row.traceparent)).toEqual([
      `00-${caller.traceId}-${request.spanContext().spanId}-01`,
    ]);
    for (const subscriber of ['audience', 'notification', 'audit', 'email']) {
      const handled = named(`process ${subscriber}`).filter(
        span =>
          span.attributes['changeguard.event.type'] ===
          'schema-change.announced',
      );
      expect(handled.map(span => span.parentSpanContext?.spanId)).toEqual([
        published.spanContext().spanId,
      ]);
    }
  });

  it('goes on in the events that subscribers write', () => {
    const [audience] = named('process audience');
    const published = publishedOf('audience.snapshotted');
    const told = named('process notification').find(
      span =>
        span.attributes['changeguard.event.type'] === 'audience.snapshotted',
    );
    expect(published.parentSpanContext?.spanId).toBe(
      audience.spanContext().spanId,
    );
    expect(told?.parentSpanContext?.spanId).toBe(
      published.spanContext().spanId,
    );
  });

  it('reaches the mail, which names it', () => {
    const sent = named('send email');
    expect(mails.length).toBeGreaterThan(0);
    expect(sent).toHaveLength(mails.length);
    const parents = named('process email').map(
      span => span.spanContext().spanId,
    );
    for (const span of sent) {
      expect(parents).toContain(span.parentSpanContext?.spanId);
    }
    for (const mail of mails) {
      expect(mail).toContain(`X-Changeguard-Trace: ${caller.traceId}`);
    }
    expect(named('send backstage')).not.toEqual([]);
  });

  it('is another one for another request', async () => {
    const before = spans().length;
    await api.call('alice', 'get', '/notifications');
    expect(spans()).toHaveLength(before);
    expect(
      exporter
        .getFinishedSpans()
        .filter(span => span.name === 'changeguard listNotifications'),
    ).toHaveLength(1);
  });
});

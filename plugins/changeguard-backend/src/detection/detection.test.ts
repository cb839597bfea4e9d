import { createHash } from 'crypto';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { ordersDefinition } from '../__testUtils__/ordersDefinition';
import { waitUntil } from '../__testUtils__/waitUntil';

jest.setTimeout(60_000);

const orders = 'api:default/orders';
const path = '/entities/api/default/orders';

describe('detection', () => {
  let knex: Knex;
  let api: ApiBench;
  let signals: SignalPayload[];

  const publish = async (definition: string, more: object = {}) => {
    const { status, body } = await api.call('pipeline', 'post', '/revisions', {
      entityRef: orders,
      definition,
      ...more,
    });
    expect(status).toBe(201);
    return body;
  };
  /** Who cannot see the entity in the catalog. */
  const blind = new Set<string>();
  const eventsOf = (changeId: string) =>
    knex('outbox')
      .where({ aggregateid: changeId })
      .orderBy('sequence')
      .pluck('type');

  beforeEach(async () => {
    knex = await createTestDatabase();
    blind.clear();
    signals = [];
    api = await ApiBench.start(knex, {
      shows: (_, viewer) => !blind.has(viewer),
      signals,
    });
    api.catalog.define(orders, {
      type: 'openapi',
      definition: ordersDefinition(),
    });
  });

  afterEach(async () => {
    await api?.stop();
  });

  it('stores the first definition of an entity silently', async () => {
    const first = await publish(ordersDefinition(), { version: '1.0.0' });
    expect(first).toMatchObject({
      outcome: 'first',
      verdict: 'unchanged',
      change: null,
      revision: {
        version: '1.0.0',
        source: 'ci',
        broughtBy: 'external:pipeline',
        comparison: null,
        previousId: null,
      },
    });
    expect(await knex('schema_changes')).toHaveLength(0);
    expect(await publish(ordersDefinition())).toMatchObject({
      outcome: 'unchanged',
      revision: { id: first.revision.id },
    });
    expect(
      await knex('audit_records').where({ action: 'revision.published' }),
    ).toMatchObject([
      {
        actor: 'external:pipeline',
        actor_type: 'service',
        entity_ref: orders,
        outcome: 'success',
        after: {
          revision: first.revision.id,
          hash: first.revision.hash,
          version: '1.0.0',
          change: null,
        },
      },
    ]);
  });

  it('knows a publication again that the release before took in, which hashed its text otherwise', async () => {
    const body = { entityRef: orders, definition: ordersDefinition() };
    const send = (version: string) =>
      api.call(
        'pipeline',
        'post',
        '/revisions',
        { ...body, version },
        { 'Idempotency-Key': 'before the upgrade' },
      );
    const first = await send('1.0.0');
    await knex('idempotency_keys').update({
      request_hash: createHash('sha256')
        .update(JSON.stringify([{ ...body, version: '1.0.0' }]))
        .digest('hex'),
    });
    await publish(ordersDefinition({ with: ['comment'] }));
    const again = await send('1.0.0');
    expect([again.status, again.body.revision?.id]).toEqual([
      201,
      first.body.revision.id,
    ]);
    expect((await send('1.0.1')).status).toBe(409);
  });

  it('makes a draft of a break, and tells the owners of the provider', async () => {
    await publish(ordersDefinition());
    const broken = await publish(ordersDefinition({ without: ['note'] }), {
      commit: '4f2a',
      url: 'https://ci.example.com/runs/7',
    });
    expect(broken).toMatchObject({
      outcome: 'compared',
      verdict: 'breaking',
      revision: { commit: '4f2a', comparison: { breaking: 1 } },
      // Its author sees a draft, too.
      change: { status: 'draft' },
    });
    await api.settled();
    const told = await api.call('alice', 'get', '/notifications');
    expect(told.body.items).toMatchObject([{ type: 'draft-detected' }]);
    const { changeId } = told.body.items[0];
    const change = await api.call(
      'alice',
      'get',
      `/schema-changes/${changeId}`,
    );
    expect(change.body).toMatchObject({
      entityRef: orders,
      status: 'draft',
      source: 'ci',
      severity: 'breaking',
      format: 'openapi',
      createdBy: 'external:pipeline',
      flags: { reverted: false },
      findings: [
        {
          severity: 'breaking',
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
          operation: expect.stringMatching(/^[A-Z]+ \//),
          message: expect.stringContaining('note'),
          purpose: expect.stringMatching(/^[A-Z].+\.$/),
        },
      ],
      revisions: { latest: broken.revision.id },
    });
    const bob = await api.call('bob', 'get', '/notifications');
    expect(bob.body.items).toEqual([]);
  });

  it('keeps one change with a frozen baseline, however often the same is seen', async () => {
    const base = await publish(ordersDefinition());
    await publish(ordersDefinition({ without: ['note'] }));
    const [{ id }] = await knex('schema_changes');
    // Another text with the same facts: the same change, and nothing happened to it.
    await publish(ordersDefinition({ without: ['note'], indent: 2 }));
    expect(await eventsOf(id)).toEqual(['schema-change.recorded']);
    // More of it, compared with what there was before the change.
    await publish(ordersDefinition({ without: ['note', 'total'] }));
    expect(await eventsOf(id)).toEqual([
      'schema-change.recorded',
      'schema-change.updated',
    ]);
    const { body } = await api.call('alice', 'get', `/schema-changes/${id}`);
    expect(body.findings).toHaveLength(2);
    expect(body.revisions.base).toBe(base.revision.id);
    expect(body.title).toMatch(/ and 1 more difference$/);
    expect(await knex('schema_changes')).toHaveLength(1);
  });

  it('offers to withdraw what is back as it was, and takes the offer back', async () => {
    await publish(ordersDefinition());
    await publish(ordersDefinition({ without: ['note'] }));
    const [{ id }] = await knex('schema_changes');
    await publish(ordersDefinition());
    const flags = async () => {
      const { body } = await api.call('alice', 'get', `/schema-changes/${id}`);
      return [body.flags.reverted, body.findings.length];
    };
    expect(await flags()).toEqual([true, 1]);
    await api.settled();
    const told = await api.call('alice', 'get', '/notifications');
    expect(told.body.items[0]).toMatchObject({ type: 'reverted' });
    await publish(ordersDefinition({ without: ['note'] }));
    expect(await flags()).toEqual([false, 1]);
  });

  it('keeps differences that break nobody in the history alone', async () => {
    await publish(ordersDefinition());
    await publish(ordersDefinition({ with: ['comment'] }), {
      version: '1.1.0',
    });
    expect(await knex('schema_changes')).toHaveLength(0);
    const { body } = await api.call('carol', 'get', `${path}/revisions`);
    expect(body.items).toMatchObject([
      { version: '1.1.0', comparison: { verdict: 'non-breaking' } },
      { version: null, comparison: null },
    ]);
    const newest = await api.call(
      'bob',
      'get',
      `${path}/revisions/${body.items[0].id}`,
    );
    expect(newest.body).toMatchObject({
      definition: ordersDefinition({ with: ['comment'] }),
      difference: { changelog: expect.stringMatching(/^### .*comment/s) },
    });
    const diff = await api.call(
      'bob',
      'get',
      `${path}/revisions/diff?from=${body.items[0].id}&to=${body.items[1].id}`,
    );
    expect(diff.body).toMatchObject({
      outcome: 'compared',
      from: { id: body.items[0].id },
      sideBySide: { outcome: 'aligned', anchors: [{ hunk: 0 }] },
      findings: [{ purpose: expect.stringMatching(/\.$/), accepted: null }],
    });
  });

  it('makes no change of what the owners accepted, until they take it back', async () => {
    await publish(ordersDefinition());
    const check = async () => {
      const { body } = await api.call('pipeline', 'post', '/checks', {
        entityRef: orders,
        revision: ordersDefinition({ without: ['note'] }),
      });
      return body;
    };
    const checked = await check();
    expect(checked).toMatchObject({ verdict: 'breaking', passes: false });
    const [{ fingerprint, rule, severity, pointer, message }] =
      checked.findings;
    const acceptance = `${path}/acceptances/${fingerprint}`;
    const accepted = await api.call('alice', 'put', acceptance, {
      reason: 'No consumer reads it',
      finding: { rule, severity, pointer, message },
    });
    expect(accepted.body).toMatchObject({ holds: true, rule, format: null });
    expect(await check()).toMatchObject({
      verdict: 'breaking',
      passes: true,
      findings: [
        {
          accepted: {
            by: 'acceptance',
            id: accepted.body.id,
            link: '/changeguard/compare/default/api/orders',
          },
        },
      ],
    });
    await publish(ordersDefinition({ without: ['note'] }));
    expect(await knex('schema_changes')).toHaveLength(0);
    const again = await api.call('alice', 'put', acceptance, {
      reason: 'Nobody ever did',
    });
    // Now that a revision has it.
    expect(again.body).toMatchObject({ format: 'openapi' });
    expect(
      await knex('audit_records')
        .where({ action: 'finding.accepted' })
        .orderBy('position'),
    ).toMatchObject([
      {
        entity_ref: orders,
        actor: 'user:default/alice',
        outcome: 'success',
        before: null,
      },
      {
        reason: 'Nobody ever did',
        before: {
          reason: 'No consumer reads it',
          until: null,
          acceptedBy: 'user:default/alice',
        },
      },
    ]);
    expect((await api.call('alice', 'delete', acceptance)).status).toBe(204);
    expect((await check()).verdict).toBe('unchanged');
    // Open pages were told to look again, and not at what.
    const told: SignalPayload = {
      channel: 'changeguard-definitions',
      message: {},
      recipients: { type: 'broadcast' },
    };
    await waitUntil('open pages are told', () =>
      signals.some(({ channel }) => channel === told.channel),
    );
    expect(signals).toContainEqual(told);
  });

  it('accepts several findings at once, all of them or none, and each with its own place in the audit trail', async () => {
    await publish(ordersDefinition());
    await publish(ordersDefinition({ without: ['note', 'total'] }));
    const [change] = await knex('schema_changes');
    const prints: string[] = await knex('findings')
      .where({ change_id: change.id })
      .orderBy('fingerprint', 'desc')
      .pluck('fingerprint');
    expect(prints).toHaveLength(2);
    const accept = (fingerprints: string[], key = 'accept') =>
      api.call(
        'alice',
        'post',
        `${path}/acceptances`,
        { reason: 'No consumer reads them', fingerprints },
        { 'Idempotency-Key': key },
      );
    const audited = () =>
      knex('audit_records').where({ action: 'finding.accepted' });

    const unknown = await accept([prints[0], 'a'.repeat(64), prints[1]]);
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.fields).toMatchObject([
      { pointer: '/fingerprints/1', code: 'unknown' },
    ]);
    const twice = await accept([prints[0], prints[0]]);
    expect(twice.body.error.fields).toMatchObject([
      { pointer: '/fingerprints' },
    ]);
    expect(await knex('acceptances')).toHaveLength(0);

    await api.call('alice', 'put', `${path}/acceptances/${prints[0]}`, {
      reason: 'An earlier one',
    });
    const [first, again] = await Promise.all([accept(prints), accept(prints)]);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(first.body.items).toEqual([
      expect.objectContaining({ operation: 'GET /orders/{id}' }),
      expect.objectContaining({ operation: 'GET /orders/{id}' }),
    ]);
    expect(await knex('acceptances')).toEqual(
      prints.map(() =>
        expect.objectContaining({ reason: 'No consumer reads them' }),
      ),
    );
    // Each once, though the request came twice.
    const records = (await audited()).filter(
      ({ reason }) => reason === 'No consumer reads them',
    );
    expect(records.map(({ after }) => after.fingerprint).sort()).toEqual(
      [...prints].sort(),
    );
    expect(records).toContainEqual(
      expect.objectContaining({
        change_id: change.id,
        before: expect.objectContaining({ reason: 'An earlier one' }),
        after: expect.objectContaining({ fingerprint: prints[0] }),
      }),
    );

    await api.call('alice', 'delete', `${path}/acceptances/${prints[1]}`);
    const late = await accept(prints);
    expect(
      late.body.items.map((one: { fingerprint: string }) => one.fingerprint),
    ).toEqual([prints[0]]);
    expect((await accept([prints[1]])).status).toBe(409);
  });

  it('takes several acceptances back at once, all of them or none, and says of each what was accepted', async () => {
    await publish(ordersDefinition());
    await publish(ordersDefinition({ without: ['note', 'total'] }));
    const prints: string[] = await knex('findings')
      .orderBy('fingerprint', 'desc')
      .pluck('fingerprint');
    expect(prints).toHaveLength(2);
    const accept = async () =>
      expect(
        await api.call('alice', 'post', `${path}/acceptances`, {
          reason: 'No consumer reads them',
          fingerprints: prints,
        }),
      ).toMatchObject({ status: 200 });
    const revoke = (fingerprints: string[], key?: string) =>
      api.call(
        'alice',
        'post',
        `${path}/acceptances/revoke`,
        { fingerprints },
        key === undefined ? {} : { 'Idempotency-Key': key },
      );
    const audited = () =>
      knex('audit_records').where({ action: 'finding.acceptance-revoked' });
    await accept();

    const unknown = await revoke([prints[0], 'a'.repeat(64), prints[1]], 'key');
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.fields).toEqual([
      {
        pointer: '/fingerprints/1',
        code: 'unknown',
        message: `is a finding of '${orders}' that is not accepted`,
      },
    ]);
    expect((await revoke([])).status).toBe(400);
    expect((await revoke([prints[0], prints[0]])).status).toBe(400);
    expect(await knex('acceptances')).toHaveLength(2);
    expect(await audited()).toEqual([]);

    const both = await Promise.all([
      revoke(prints, 'key'),
      revoke([...prints], 'key'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect(await knex('acceptances')).toEqual([]);
    // Each once, though the request came twice.
    const records = await audited();
    expect(records).toHaveLength(2);
    for (const fingerprint of prints) {
      expect(records).toContainEqual(
        expect.objectContaining({
          entity_ref: orders,
          actor: 'user:default/alice',
          before: expect.objectContaining({
            fingerprint,
            reason: 'No consumer reads them',
          }),
          after: null,
        }),
      );
    }

    await accept();
    expect((await revoke(prints, 'key')).status).toBe(204);
    expect(await knex('acceptances')).toHaveLength(2);
    expect((await revoke([prints[0]], 'key')).status).toBe(409);
  });

  it('passes a check whose breaks are in an announced change, and links to it', async () => {
    await publish(ordersDefinition());
    const revision = ordersDefinition({ without: ['note'] });
    const check = () =>
      api.call('pipeline', 'post', '/checks', { entityRef: orders, revision });
    const [finding] = (await check()).body.findings;
    const recorded = await api.call('alice', 'post', '/schema-changes', {
      entityRef: orders,
      title: 'Field note goes away',
      findings: [
        {
          rule: finding.rule,
          message: finding.message,
          fingerprint: finding.fingerprint,
        },
      ],
    });
    const { id } = recorded.body;
    expect((await check()).body).toMatchObject({
      passes: true,
      findings: [
        {
          accepted: { by: 'change', id, link: `/changeguard/changes/${id}` },
        },
      ],
    });
    // Nor does the break make a second change once it is there.
    const published = await publish(revision);
    expect(published.change).toMatchObject({ id, status: 'announced' });
    expect(await knex('schema_changes')).toHaveLength(1);
  });

  it('never says that nothing changed of what it cannot read', async () => {
    await publish(ordersDefinition());
    const broken = await publish('{"openapi": ');
    expect(broken).toMatchObject({
      outcome: 'failed',
      verdict: 'unknown',
      failure: { reason: 'parse-error', which: 'revision' },
    });
    // Nor when the same comes again.
    expect(await publish('{"openapi": ')).toMatchObject({
      outcome: 'unchanged',
      verdict: 'unknown',
      failure: { reason: 'parse-error' },
    });
    // The next one is compared with the last that could be read.
    expect(
      await publish(ordersDefinition({ without: ['note'] })),
    ).toMatchObject({ outcome: 'compared', verdict: 'breaking' });
  });

  it('takes no first definition for a baseline that cannot be read', async () => {
    expect(await publish('{"openapi": ')).toMatchObject({
      outcome: 'failed',
      verdict: 'unknown',
      failure: { reason: 'parse-error', which: 'revision' },
      revision: { comparable: false, previousId: null },
    });
    expect(await publish(ordersDefinition())).toMatchObject({
      outcome: 'first',
      revision: { comparable: true, previousId: null },
    });
  });

  it('passes no check of what cannot be read, also where there is nothing to compare it with', async () => {
    const check = async (revision: string) => {
      const { body } = await api.call('pipeline', 'post', '/checks', {
        entityRef: orders,
        revision,
      });
      return body;
    };
    expect(await check('hello world')).toMatchObject({
      outcome: 'failed',
      verdict: 'unknown',
      passes: false,
      base: null,
      failure: { which: 'revision', message: expect.any(String) },
    });
    expect(
      await check('{"openapi": "3.0.3", "paths": {"/a": 5}}'),
    ).toMatchObject({
      outcome: 'partial',
      verdict: 'unknown',
      passes: true,
      reasons: [expect.stringContaining("At '/paths/~1a'")],
    });
    expect(await check(ordersDefinition())).toMatchObject({
      outcome: 'compared',
      verdict: 'unchanged',
      passes: true,
      base: null,
    });
  });

  it('lets nothing that could not be compared become the baseline, until an owner says why it may', async () => {
    const first = await publish(ordersDefinition());
    // Another format, which nothing can compare with the one before.
    const other = await publish('{"type": "object"}', {
      format: 'json-schema',
    });
    expect(other).toMatchObject({
      outcome: 'failed',
      verdict: 'unknown',
      revision: { comparable: false },
    });
    // A break that came with it would still be found.
    const broken = await publish(ordersDefinition({ without: ['note'] }));
    expect(broken).toMatchObject({
      verdict: 'breaking',
      revision: { previousId: first.revision.id },
    });
    const decide = (revisionId: string, who: 'alice' | 'bob' = 'alice') =>
      api.call(who, 'put', `${path}/baseline`, {
        revisionId,
        reason: 'Described as JSON Schema from now on',
      });
    expect(await decide(other.revision.id)).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringMatching(/newer revision/) } },
    });
    const changed = await publish('{"type": "string"}', {
      format: 'json-schema',
    });
    expect((await decide(changed.revision.id, 'bob')).status).toBe(403);
    for (const _ of ['decided', 'and decided again']) {
      expect(await decide(changed.revision.id)).toMatchObject({
        status: 200,
        body: { id: changed.revision.id, comparable: true },
      });
    }
    expect(
      await publish('{"type": "integer"}', { format: 'json-schema' }),
    ).toMatchObject({
      outcome: 'compared',
      revision: { previousId: changed.revision.id },
    });
    expect(
      await knex('audit_records').where({
        action: 'baseline.set',
        outcome: 'success',
      }),
    ).toMatchObject([
      {
        entity_ref: orders,
        actor: 'user:default/alice',
        reason: 'Described as JSON Schema from now on',
        before: { revision: broken.revision.id },
        after: {
          revision: changed.revision.id,
          notCompared: expect.stringMatching(/format changed/),
        },
      },
    ]);
  });

  it('makes no baseline of what cannot be read, whoever asks', async () => {
    await publish(ordersDefinition());
    const { revision } = await publish('{"openapi": ');
    expect(
      await api.call('alice', 'put', `${path}/baseline`, {
        revisionId: revision.id,
        reason: 'It is what we serve',
      }),
    ).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringMatching(/cannot be read/) } },
    });
  });

  it('remembers by its key also a publication that changed nothing', async () => {
    const first = await publish(ordersDefinition());
    const again = (definition: string) =>
      api.call(
        'pipeline',
        'post',
        '/revisions',
        { entityRef: orders, definition },
        { 'Idempotency-Key': 'run 12' },
      );
    expect((await again(ordersDefinition())).body).toMatchObject({
      outcome: 'unchanged',
      revision: { id: first.revision.id },
    });
    await publish(ordersDefinition({ with: ['comment'] }));
    // The answer was lost, and the pipeline asks once more: that is no step back.
    expect((await again(ordersDefinition())).body).toMatchObject({
      outcome: 'unchanged',
      revision: { id: first.revision.id },
    });
    expect(await knex('revisions')).toHaveLength(2);
    const other = await again(ordersDefinition({ without: ['note'] }));
    expect(other.status).toBe(409);
  });

  it('compares with a revision of the entity, and with none that the caller cannot see', async () => {
    const { revision } = await publish(ordersDefinition());
    await publish(ordersDefinition({ with: ['comment'] }));
    const check = (body: object, who: 'bob' | 'carol' = 'bob') =>
      api.call(who, 'post', '/checks', {
        baseRevisionId: revision.id,
        revision: ordersDefinition({ without: ['note'] }),
        ...body,
      });
    expect((await check({ entityRef: orders })).body).toMatchObject({
      verdict: 'breaking',
      base: { revisionId: revision.id },
    });
    api.catalog.add('api:default/payments');
    const other = await check({ entityRef: 'api:default/payments' });
    expect(other.status).toBe(404);
    expect(other.body.error.message).toContain('There is no revision');
    blind.add('user:default/carol');
    for (const unseen of [
      await check({}, 'carol'),
      await check({ entityRef: orders }, 'carol'),
      await api.call('carol', 'get', `${path}/revisions`),
      await api.call('carol', 'get', `${path}/revisions/${revision.id}`),
      await api.call('carol', 'get', `${path}/acceptances`),
    ]) {
      expect(unseen.status).toBe(404);
    }
  });

  it('looks at the catalog when an owner asks', async () => {
    const compare = async () => {
      const { body } = await api.call('alice', 'post', `${path}/compare`);
      return body;
    };
    expect(await compare()).toMatchObject({ outcome: 'first' });
    expect(await compare()).toMatchObject({ outcome: 'unchanged' });
    api.catalog.define(orders, {
      type: 'openapi',
      definition: ordersDefinition({ without: ['note'] }),
    });
    expect(await compare()).toMatchObject({
      outcome: 'compared',
      verdict: 'breaking',
      revision: { source: 'request', broughtBy: 'user:default/alice' },
      change: { status: 'draft' },
    });
  });

  it('takes a text that the catalog still has for no step back', async () => {
    const compare = () => api.call('alice', 'post', `${path}/compare`);
    await compare();
    await publish(ordersDefinition({ with: ['comment'] }));
    expect((await compare()).body).toMatchObject({ outcome: 'unchanged' });
    expect(await knex('revisions')).toHaveLength(2);
  });

  it('sweeps the catalog, and reads again only what changed', async () => {
    const checkout = 'api:default/checkout';
    api.catalog.define(checkout, {
      type: 'openapi',
      definition: ordersDefinition(),
    });
    await api.sweep();
    expect(await knex('revisions').pluck('entity_ref')).toEqual(
      expect.arrayContaining([orders, checkout]),
    );
    // Two entities, one text.
    expect(await knex('definitions')).toHaveLength(1);
    const seen = await knex('watched_entities').where({ entity_ref: checkout });
    api.catalog.define(orders, {
      type: 'openapi',
      definition: ordersDefinition({ without: ['note'] }),
    });
    await api.sweep();
    await api.sweep();
    expect(await knex('schema_changes')).toMatchObject([
      {
        entity_ref: orders,
        source: 'catalog',
        status: 'draft',
        created_by: 'system:detection',
      },
    ]);
    expect(await knex('revisions')).toHaveLength(3);
    expect(
      await knex('watched_entities').where({ entity_ref: checkout }),
    ).toEqual(seen);
  });

  it('remembers why a definition cannot be watched, and looks again when it is another one', async () => {
    api.catalog.define(orders, { type: 'carrier-pigeon', definition: 'coo' });
    await api.sweep();
    const problem = async () => {
      const row = await knex('watched_entities')
        .where({ entity_ref: orders })
        .first();
      return row.problem;
    };
    expect(await problem()).toMatch(/carrier-pigeon/);
    api.catalog.define(orders, {
      type: 'openapi',
      definition: ordersDefinition(),
    });
    await api.sweep();
    expect(await problem()).toBeNull();
  });

  it('lets an entity lower a rule', async () => {
    const rule = 'response-required-property-removed';
    api.catalog.define(orders, {
      type: 'openapi',
      definition: ordersDefinition({ without: ['note'] }),
      annotations: {
        'changeguard.io/levels': JSON.stringify({ [rule]: 'non-breaking' }),
      },
    });
    await publish(ordersDefinition());
    await publish(ordersDefinition({ without: ['note'] }));
    expect(await knex('schema_changes')).toHaveLength(0);
  });

  it('hints at levels of rules that do not exist, and keeps the others', async () => {
    const rule = 'response-required-property-removed';
    api.catalog.define(orders, {
      type: 'openapi',
      definition: ordersDefinition(),
      annotations: {
        'changeguard.io/levels': JSON.stringify({
          [rule]: 'non-breaking',
          'response-required-property-remove': 'muted',
        }),
      },
    });
    const hints = [
      expect.stringMatching(
        /'changeguard.io\/levels': There is no rule 'response-required-property-remove' of openapi\. Did you mean/,
      ),
    ];
    expect(await publish(ordersDefinition())).toMatchObject({ hints });
    const checked = await api.call('pipeline', 'post', '/checks', {
      entityRef: orders,
      revision: ordersDefinition(),
    });
    expect(checked.body).toMatchObject({ verdict: 'unchanged', hints });
    const { body } = await api.call('alice', 'post', `${path}/compare`);
    expect(body).toMatchObject({ outcome: 'unchanged', hints });
    await publish(ordersDefinition({ without: ['note'] }));
    expect(await knex('schema_changes')).toHaveLength(0);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { main } from '@changeguard/cli';
import { Knex } from 'knex';
import { ApiBench } from './__testUtils__/ApiBench';
import { authorizationOf, Who } from './__testUtils__/people';
import { createTestDatabase } from './__testUtils__/PipelineBench';

jest.setTimeout(60_000);

const orders = (type: string) => `openapi: 3.0.3
info: { title: Orders, version: '1' }
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders
          content:
            application/json:
              schema:
                type: object
                required: [note]
                properties: { note: { type: ${type} } }
`;

describe('the command line, asking the portal', () => {
  const environment = { ...process.env };
  let folder: string;
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-pipeline-'));
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
  });

  afterAll(async () => {
    process.env = environment;
    await api?.backend.stop();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const entity = ['--entity', 'api:default/orders'];
  const run = async (who: Who, ...args: string[]) => {
    process.env.CHANGEGUARD_URL = new URL(api.baseUrl).origin;
    process.env.CHANGEGUARD_APP_URL = 'https://portal.example.com';
    process.env.CHANGEGUARD_TOKEN = authorizationOf(who).replace('Bearer ', '');
    const lines: string[] = [];
    const write = (line: string) => lines.push(line);
    const exitCode = await main([...args, '--format', 'openapi'], {
      stdin: process.stdin,
      out: write,
      err: write,
      showsColour: false,
    });
    return { exitCode, text: lines.join('\n') };
  };

  it('publishes a definition, finds what the next one breaks, and lets it pass once the change is announced', async () => {
    const before = file('before.yaml', orders('string'));
    const after = file('after.yaml', orders('number'));
    const first = await run(
      'pipeline',
      'publish',
      before,
      ...entity,
      '--commit',
      'c0ffee',
    );
    expect(first).toEqual({
      exitCode: 0,
      text: 'The first revision of api:default/orders is stored.',
    });

    const broken = await run('pipeline', 'check', after, ...entity);
    expect(broken.text).toContain(
      '1 breaking change that nobody has announced',
    );
    expect(broken.exitCode).toBe(1);

    const published = await run(
      'pipeline',
      'publish',
      after,
      ...entity,
      '--json',
    );
    expect(published.exitCode).toBe(0);
    const { change, verdict } = JSON.parse(published.text);
    expect(verdict).toBe('breaking');
    expect(change.status).toBe('draft');

    const announced = await api.call(
      'alice',
      'put',
      `/schema-changes/${change.id}`,
      {
        status: 'announced',
      },
    );
    expect(announced.status).toBe(200);
    const base = await run(
      'pipeline',
      'check',
      after,
      ...entity,
      '--base',
      before,
    );
    expect(base.text).toContain(
      `announced: https://portal.example.com/changeguard/changes/${change.id}`,
    );
    expect(base.exitCode).toBe(0);
  });

  it('ends with 3 for a text that is stored and could not be compared, and names no change for it', async () => {
    for (const type of ['string', 'integer']) {
      const text = file(`${type}.yaml`, orders(type));
      await run('pipeline', 'publish', text, ...entity);
    }
    const garbage = file('garbage.yaml', 'orders: [');
    const stored = await run('pipeline', 'publish', garbage, ...entity);
    expect(stored.text).toContain('is stored, and could not be compared');
    expect(stored.text).not.toContain(' change: ');
    expect(stored.exitCode).toBe(3);

    const again = await run('pipeline', 'publish', garbage, ...entity);
    expect(again.text).toContain('is unchanged, and could not be compared');
    expect(again.exitCode).toBe(3);
  });

  it('publishes a text again that another one had taken the place of', async () => {
    const texts = ['boolean', 'integer', 'boolean'].map((type, index) =>
      file(`step-${index}.yaml`, orders(type)),
    );
    for (const text of texts) {
      await run('pipeline', 'publish', text, ...entity, '--commit', 'abc');
    }
    const [latest, before, first] = await knex('revisions')
      .orderBy('position', 'desc')
      .limit(3);
    expect(latest.hash).toBe(first.hash);
    expect(latest.hash).not.toBe(before.hash);
  });

  it('says what to do when the token is missing, or the entity is not there', async () => {
    const some = file('some.yaml', orders('string'));
    const nobody = await run('nobody', 'check', some, ...entity);
    expect(nobody.exitCode).toBe(3);
    expect(nobody.text).toContain('set CHANGEGUARD_TOKEN');

    const elsewhere = await run(
      'pipeline',
      'check',
      some,
      '--entity',
      'api:default/nowhere',
    );
    expect(elsewhere.exitCode).toBe(3);
    expect(elsewhere.text).toContain(
      "There is no entity 'api:default/nowhere'",
    );
  });
});

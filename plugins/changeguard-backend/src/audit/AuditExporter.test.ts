import { createHash } from 'crypto';
import { parseRecordLine, recordLine } from '@changeguard/audit-chain';
import { parse } from 'csv-parse/sync';
import { Knex } from 'knex';
import { AuditBench } from '../__testUtils__/AuditBench';
import { withEmptyTrail } from '../__testUtils__/withEmptyTrail';
import { AuditExporter } from './AuditExporter';

jest.setTimeout(60_000);

const texts = [
  'plain',
  '',
  'a "quoted", and a comma',
  'two\r\nlines',
  '“für” 𝒸hange 👩‍💻',
  String.raw`back\slash \n \u0041 ? ?? :name`,
  "it's",
  ...['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'],
];

describe('AuditExporter', () => {
  let knex: Knex;
  let bench: AuditBench;
  let exporter: AuditExporter;

  withEmptyTrail(async trail => {
    bench = trail;
    knex = trail.knex;
    exporter = new AuditExporter({ chain: bench.chain, signer: null });
    await bench.append(
      texts.map(text => ({
        reason: text,
        before: null,
        after: { text, list: [text], number: 1.5 },
      })),
    );
    await bench.seal();
  });

  const exported = async (format: 'jsonl' | 'csv') => {
    const request = { fromSeq: 1, filter: null };
    const pieces: string[] = [];
    for await (const piece of exporter[format](
      request,
      await exporter.head(),
    )) {
      pieces.push(piece);
    }
    return pieces.join('');
  };

  it('writes lines as the format has them, whatever is in them', async () => {
    const lines = (await exported('jsonl')).split('\n').slice(1, -2);
    expect(lines).toHaveLength(texts.length);
    const reasons = lines.map(line => {
      const { seal, content } = parseRecordLine(Buffer.from(line))!;
      expect(recordLine(seal, content)).toBe(`${line}\n`);
      return JSON.parse(content!.bytes.toString()).reason;
    });
    expect(reasons).toEqual(texts);
  });

  it('writes cells that are read as what they were, and do not calculate', async () => {
    const rows: Record<string, string>[] = parse(await exported('csv'), {
      columns: true,
      record_delimiter: '\r\n',
    });
    expect(rows.map(({ reason }) => reason)).toEqual(
      texts.map(text => (/^[-=+@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)),
    );
    expect(rows.map(({ after }) => JSON.parse(after).text)).toEqual(texts);
    expect(rows[0]).toMatchObject({
      seq: '1',
      action: 'schema-change.updated',
      before: '',
      address: '192.0.2.1',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('goes on from stretch to stretch without leaving a place out', async () => {
    await bench.append(
      Array.from({ length: 12 }, () => ({ reason: 'x'.repeat(5_000) })),
    );
    await bench.seal();
    const lines = (await exported('jsonl')).split('\n');
    const trailer = JSON.parse(lines[lines.length - 2]).trailer;
    const places = lines
      .slice(1, -2)
      .map(line => parseRecordLine(Buffer.from(line))!.seal);
    expect(places.map(({ seq }) => seq)).toEqual(
      places.map((_, index) => index + 1),
    );
    expect(trailer).toMatchObject({
      records: texts.length + 12,
      toSeq: texts.length + 12,
      hash: places[places.length - 1].hash.toString('hex'),
      lines: createHash('sha256')
        .update(Buffer.concat(places.map(({ hash }) => hash)))
        .digest('hex'),
    });
  });

  it.each([
    ['a word', 'no JSON'],
    ['nothing', ''],
    ['half of itself', '{"reason": "cut'],
    ['a text', '"a text"'],
    ['a list', '[{"reason": "a list"}]'],
    ['null', 'null'],
    ['a text with a zero', String.raw`{"reason": "\u0000"}`],
    ['a text with half a character', String.raw`{"reason": "\ud800"}`],
    ['too deep', '['.repeat(100_000)],
  ])(
    'shows the place whose content somebody made something else: %s',
    async (_, canonical) => {
      const before = (await exported('csv')).split('\r\n');
      await knex.transaction(async tx => {
        await tx.raw('set local session_replication_role = replica');
        await tx.raw(
          'update audit_records set canonical = ? where id = (select record_id from audit_seals where seq = 2)',
          [canonical],
        );
      });
      const after = (await exported('csv')).split('\r\n');
      expect(after[2]).toMatch(/^2,{18}[0-9a-f]{64}$/);
      expect(after.with(2, '')).toEqual(before.with(2, ''));
    },
  );

  it('leaves what is gone empty, in both', async () => {
    // As old as tomorrow: whole days are purged.
    expect(await bench.purger.purge(-24 * 3_600_000, 2)).toBe(2);
    const lines = (await exported('jsonl')).split('\n').slice(1, 4);
    expect(
      lines.map(line => parseRecordLine(Buffer.from(line))!.content),
    ).toEqual([null, null, expect.anything()]);
    const [, first] = (await exported('csv')).split('\r\n');
    expect(first).toMatch(/^1,{18}[0-9a-f]{64}$/);
  });
});

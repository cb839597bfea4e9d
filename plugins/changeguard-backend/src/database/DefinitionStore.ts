import { promisify } from 'util';
import { gunzip, gzip } from 'zlib';
import { Knex } from 'knex';
import { DefinitionRow } from './detectionTables';
import { Transaction } from './UnitOfWork';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** A text on its way into the store: compressed outside of any transaction, because that takes time. */
export type CompressedDefinition = Pick<
  DefinitionRow,
  'hash' | 'bytes' | 'content'
>;

/** Keeps texts by their hash, each once, compressed. */
export class DefinitionStore {
  constructor(private readonly knex: Knex) {}

  async compress(
    hash: string,
    text: Uint8Array,
  ): Promise<CompressedDefinition> {
    return { hash, bytes: text.byteLength, content: await compress(text) };
  }

  async insert(tx: Transaction, text: CompressedDefinition): Promise<void> {
    await tx<DefinitionRow>('definitions')
      .comment('DefinitionStore.insert')
      .insert(text)
      .onConflict('hash')
      // Its time is what keeps it from being deleted before the revision is there.
      .merge({ created_at: tx.raw('now()') });
  }

  /** The text, or undefined when it was kept long enough. */
  async read(hash: string): Promise<Uint8Array | undefined> {
    const row = await this.knex<DefinitionRow>('definitions')
      .comment('DefinitionStore.read')
      .where({ hash })
      .first('content');
    return row && (await expand(row.content));
  }
}

import { UrlReaderService } from '@backstage/backend-plugin-api';
import { DefinitionPlace } from '../ports/DefinitionCatalog';

/** What came of reading a definition. */
export type ReadDefinition =
  | { outcome: 'read'; text: Uint8Array; etag: string | null }
  | { outcome: 'not-modified' }
  | { outcome: 'failed'; why: string };

/** Reads definitions from where they stand: within the entity, or in a file, with the portal's own URL readers and no other. */
export class DefinitionReader {
  constructor(
    private readonly deps: {
      urlReader: UrlReaderService;
      /** Longest text that is read. */
      bytes: number;
    },
  ) {}

  /** @param etag - of the file, when it was last read. */
  async read(
    place: DefinitionPlace,
    etag: string | null,
    signal?: AbortSignal,
  ): Promise<ReadDefinition> {
    switch (place.kind) {
      case 'entity': {
        const text = Buffer.from(place.text);
        return text.byteLength <= this.deps.bytes
          ? { outcome: 'read', text, etag: null }
          : this.tooLong();
      }
      case 'file':
        return this.readFile(place.url, etag, signal);
      default:
        return { outcome: 'failed', why: place.why };
    }
  }

  private async readFile(
    url: string,
    etag: string | null,
    signal?: AbortSignal,
  ): Promise<ReadDefinition> {
    try {
      const response = await this.deps.urlReader.readUrl(url, {
        etag: etag ?? undefined,
        signal,
      });
      const chunks: Buffer[] = [];
      let length = 0;
      if (!response.stream) {
        const text = await response.buffer();
        return text.byteLength <= this.deps.bytes
          ? { outcome: 'read', text, etag: response.etag ?? null }
          : this.tooLong();
      }
      const stream = response.stream();
      for await (const chunk of stream) {
        chunks.push(Buffer.from(chunk));
        length += chunk.length;
        // Leaving the loop closes the stream.
        if (length > this.deps.bytes) return this.tooLong();
      }
      return {
        outcome: 'read',
        text: Buffer.concat(chunks),
        etag: response.etag ?? null,
      };
    } catch (error) {
      if (error instanceof Error && error.name === 'NotModifiedError') {
        return { outcome: 'not-modified' };
      }
      return {
        outcome: 'failed',
        why: `The file ${url} cannot be read: ${
          error instanceof Error ? error.message : error
        }`,
      };
    }
  }

  private tooLong(): ReadDefinition {
    return {
      outcome: 'failed',
      why: `The definition is longer than the ${this.deps.bytes} bytes that are read.`,
    };
  }
}

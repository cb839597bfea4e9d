import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { WholeLines } from './WholeLines';

/** What an export is made of. */
export type ExportFormat = 'jsonl' | 'csv';

/**
 * Fetches an export into memory, and can go on after it broke off. What comes is kept as the browser's blobs, which it may move to
 * disk, rather than as one text.
 *
 * States: not begun → running → complete, or broken off → running again: JSON lines of the whole trail go on where
 * they stopped, anything else begins anew.
 */
export class ExportRun {
  /** Bytes so far. */
  size = 0;
  private parts: Blob[] = [];
  private lines = new WholeLines();

  constructor(
    private readonly deps: { fetchApi: FetchApi },
    private readonly asked: {
      format: ExportFormat;
      query: Record<string, string | string[] | undefined>;
    },
  ) {}

  /** Whether what is there can be gone on with. The records of a selection do not follow each other, so nobody could check its parts. */
  get isResumable(): boolean {
    const { format, query } = this.asked;
    const isWhole = Object.values(query)
      .flat()
      .every(one => !one);
    return format === 'jsonl' && isWhole && this.lines.lastSeq > 0;
  }

  /**
   * Fetches, after the last whole record when that can be gone on with, else from the beginning.
   *
   * @returns whether the answer was whole: JSON lines end in a trailer.
   * @throws when the answer is a refusal, or breaks off
   */
  async fetch(options: {
    signal: AbortSignal;
    onProgress: () => void;
  }): Promise<boolean> {
    const { signal, onProgress } = options;
    const { format } = this.asked;
    if (this.isResumable) this.lines.drop();
    else this.beginAnew();
    const response = await this.deps.fetchApi.fetch(this.url(), { signal });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const reader = response.body!.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const whole = format === 'jsonl' ? this.lines.take(value) : value;
      if (whole.length === 0) continue;
      this.parts.push(new Blob([whole]));
      this.size += whole.length;
      onProgress();
    }
    return format === 'csv' || this.lines.lastLine.startsWith('{"trailer":');
  }

  /** What came, as a file. */
  toBlob(): Blob {
    return new Blob(this.parts, {
      type: this.asked.format === 'csv' ? 'text/csv' : 'application/x-ndjson',
    });
  }

  private beginAnew(): void {
    this.parts = [];
    this.lines = new WholeLines();
    this.size = 0;
  }

  private url(): string {
    const { format, query } = this.asked;
    const search = new URLSearchParams({ format });
    for (const [key, value] of Object.entries(query)) {
      for (const one of [value ?? []].flat()) search.append(key, one);
    }
    if (this.lines.lastSeq > 0)
      search.set('fromSeq', String(this.lines.lastSeq + 1));
    return `plugin://changeguard/audit/export?${search}`;
  }
}

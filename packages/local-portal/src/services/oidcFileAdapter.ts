import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** What is kept of one grant, token or session. */
interface Entry {
  payload: AdapterPayload;
  /** When it ends, in milliseconds since 1970. */
  until: number;
}

class FileAdapter implements Adapter {
  readonly #model: string;
  readonly #entries: Map<string, Entry>;
  readonly #write: () => void;

  constructor(model: string, entries: Map<string, Entry>, write: () => void) {
    this.#model = model;
    this.#entries = entries;
    this.#write = write;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
    const until = Date.now() + expiresIn * 1000;
    this.#entries.set(this.#key(id), { payload, until });
    this.#write();
  }

  async find(id: string) {
    const entry = this.#entries.get(this.#key(id));
    return entry && entry.until > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string) {
    return this.#findWhere(payload => payload.uid === uid);
  }

  async findByUserCode(userCode: string) {
    return this.#findWhere(payload => payload.userCode === userCode);
  }

  async consume(id: string) {
    const payload = await this.find(id);
    if (payload) {
      payload.consumed = Math.floor(Date.now() / 1000);
      this.#write();
    }
  }

  async destroy(id: string) {
    this.#entries.delete(this.#key(id));
    this.#write();
  }

  async revokeByGrantId(grantId: string) {
    for (const [key, { payload }] of this.#entries) {
      if (payload.grantId === grantId) {
        this.#entries.delete(key);
      }
    }
    this.#write();
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #findWhere(matches: (payload: AdapterPayload) => boolean) {
    for (const [key, { payload, until }] of this.#entries) {
      const isOurs = key.startsWith(`${this.#model}:`);
      if (isOurs && until > Date.now() && matches(payload)) {
        return payload;
      }
    }
    return undefined;
  }
}

/**
 * Keeps what the identity provider must remember in one file. Right for a handful of people on one
 * machine: every write writes all of it.
 */
export function fileAdapter(file: string): AdapterFactory {
  const entries = read(file);
  const write = () => {
    for (const [key, { until }] of entries) {
      if (until < Date.now()) {
        entries.delete(key);
      }
    }
    writeFileSync(`${file}.new`, JSON.stringify([...entries]), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return model => new FileAdapter(model, entries, write);
}

function read(file: string): Map<string, Entry> {
  return existsSync(file)
    ? new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, Entry][])
    : new Map<string, Entry>();
}

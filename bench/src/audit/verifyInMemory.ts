import { createHash, hash as hashOnce } from 'node:crypto';
import {
  ChainVerifier,
  GENESIS,
  type SealedContent,
} from '@changeguard/audit-chain';
import type { SealedRow } from '../../../plugins/changeguard-backend/src/audit/ChainReader';
import { sealedContent } from '../../../plugins/changeguard-backend/src/audit/sealedContent';
import { median } from '../compare';
import { hashEach, timed, type InTurn } from './InTurn';
import type { TrailLab } from './TrailLab';

/** Hashed in turn. */
const IN_TURN = 2_000;
const ROUNDS = 3;

/** Links and digests of what was read, against a SHA-256 of each; and, medians, two other ways to hash. */
export async function verifyInMemory(
  lab: TrailLab,
  records: number,
): Promise<{ chain: InTurn; text: number; stream: number }> {
  const chain: InTurn = { ours: [], plain: [] };
  const [text, stream]: number[][] = [[], []];
  let hash: Buffer | null = GENESIS;
  for (let seq = 1; seq <= records; seq += IN_TURN) {
    const rows: SealedRow[] = await lab.chain.stretch(seq, IN_TURN);
    const sealed = rows.map(({ seal, record }) => ({
      seal,
      content: present(sealedContent(record)),
    }));
    const contents = sealed.map(({ content }) => content);
    const each = (us: number) => us / contents.length;
    const before: Buffer | null = hash;
    // More than once, because what was just read is not in the processor's caches, for whoever comes first.
    for (let round = 0; round < ROUNDS; round++) {
      const verifier: ChainVerifier = new ChainVerifier({
        seq: seq - 1,
        hash: before,
      });
      chain.plain.push(each(await timed(() => hashEach(contents))));
      chain.ours.push(
        each(
          await timed(() => {
            for (const { seal, content } of sealed) {
              const bad = verifier.take(seal, content);
              if (bad) throw new Error(`Record ${bad.seq}: ${bad.fault}`);
            }
          }),
        ),
      );
      text.push(each(await timed(() => hashEachAsText(contents))));
      stream.push(each(await timed(() => hashAll(contents))));
      hash = verifier.at.hash;
    }
  }
  return { chain, text: median(text), stream: median(stream) };
}

/** The same as text, which costs Node less than a buffer does. */
function hashEachAsText(contents: readonly SealedContent[]): void {
  for (const { bytes } of contents) hashOnce('sha256', bytes, 'hex');
}

/** One hash of everything: says that something is bad, not what. */
function hashAll(contents: readonly SealedContent[]): void {
  const all = createHash('sha256');
  for (const { bytes } of contents) all.update(bytes);
  all.digest();
}

function present(content: SealedContent | null): SealedContent {
  if (!content) throw new Error('A record has no content');
  return content;
}

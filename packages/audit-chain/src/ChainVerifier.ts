import { digestOf, hashOf, Seal, SealedContent } from './chain';
import { ChainFault } from './ChainFault';

/** A record that is not as it was sealed. @public */
export interface BadSeal {
  seq: number;
  fault: ChainFault;
}

/**
 * Follows a chain, seal by seal, and stops at the first that is bad.
 *
 * Contents that are gone are remembered, because the record of the erasure that took them may come later: whoever has read all of them
 * asks {@link Removals} about `missing`.
 *
 * @public
 */
export class ChainVerifier {
  /** Places without content, in order, as ranges from–to. */
  readonly missing: [from: number, to: number][] = [];
  private next: number;
  private prev: Buffer | null;

  /** @param after - the seal that was checked before; its hash is null when it is not known, and the chain is taken up where it is */
  constructor(after: { seq: number; hash: Buffer | null }) {
    this.next = after.seq + 1;
    this.prev = after.hash;
  }

  /** The last good seal. */
  get at(): { seq: number; hash: Buffer | null } {
    return { seq: this.next - 1, hash: this.prev };
  }

  /** Takes the next seal; answers what is wrong with it, or null. */
  take(seal: Seal, content: SealedContent | null): BadSeal | null {
    const { seq, prev, digest, hash } = seal;
    const bad = (fault: ChainFault): BadSeal => ({ seq, fault });
    if (seq !== this.next) {
      return { seq: Math.min(seq, this.next), fault: 'out-of-sequence' };
    }
    if (this.prev && !prev.equals(this.prev)) return bad('broken-link');
    if (!hashOf(prev, seq, digest).equals(hash)) return bad('wrong-hash');
    if (!content) this.miss(seq);
    else if (!digestOf(content).equals(digest)) return bad('wrong-digest');
    this.prev = hash;
    this.next = seq + 1;
    return null;
  }

  private miss(seq: number): void {
    const last = this.missing[this.missing.length - 1];
    if (last && last[1] === seq - 1) last[1] = seq;
    else this.missing.push([seq, seq]);
  }
}

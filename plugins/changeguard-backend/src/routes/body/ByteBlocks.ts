import { ownsMemory } from '../../actors/ownMemory';

/** Shorter pieces are put together: each that is handed over costs some microseconds. */
const worthKeeping = 16 * 1024;

/** Of memory for short pieces: a fraction of a millisecond, most of it for being touched for the first time. */
const blockBytes = 256 * 1024;

/**
 * Bytes that come in pieces, in blocks of memory that can be handed to a thread. Long pieces are blocks as they are: what is copied is
 * left behind for the garbage collection, which holds the event loop longer than anything else that is done with a long body.
 */
export class ByteBlocks {
  private readonly blocks: Uint8Array<ArrayBuffer>[] = [];
  private block = new Uint8Array(0);
  private filled = 0;

  /** Takes a piece over, memory and all. */
  add(piece: Uint8Array): void {
    if (piece.byteLength >= worthKeeping && ownsMemory(piece)) {
      this.close();
      this.blocks.push(piece);
      return;
    }
    for (let from = 0; from < piece.byteLength; ) {
      if (this.filled === this.block.byteLength) {
        this.close();
        this.block = new Uint8Array(blockBytes);
      }
      const part = piece.subarray(
        from,
        from + this.block.byteLength - this.filled,
      );
      this.block.set(part, this.filled);
      this.filled += part.byteLength;
      from += part.byteLength;
    }
  }

  /** All of them, in their order. */
  end(): Uint8Array<ArrayBuffer>[] {
    this.close();
    return this.blocks;
  }

  private close(): void {
    const { block, filled } = this;
    if (filled) {
      // Somebody may send short pieces and long ones in turn, each of which would leave a block behind that is all but empty.
      const isFull = filled > block.byteLength / 2;
      this.blocks.push(
        isFull ? block.subarray(0, filled) : block.slice(0, filled),
      );
    }
    this.block = new Uint8Array(0);
    this.filled = 0;
  }
}

import { Request } from 'express';
import { Readable, Transform } from 'stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'zlib';
import { InvalidRequestError } from '../../service/InvalidRequestError';
import { PayloadTooLargeError } from '../../service/PayloadTooLargeError';

/** Bytes that are put together at a stretch: a millisecond or two, most of it for memory that is touched for the first time. */
const blockBytes = 1024 * 1024;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What is said of a body over a limit, in bytes. */
export function bodyTooLong(limit: number): PayloadTooLargeError {
  return new PayloadTooLargeError(
    `The body is longer than the ${limit} bytes that are taken`,
  );
}

/**
 * Reads a body into blocks of memory of their own, which can be handed to a thread. It is never put together here: that would hold the event
 * loop for as long as its megabytes take.
 *
 * @throws PayloadTooLargeError - when it is longer than the limit.
 * @throws InvalidRequestError - when it ends in the middle, or is encoded in a way that is not known.
 */
export async function readBlocks(
  req: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>[]> {
  if (Number(req.headers['content-length'] ?? 0) > limit)
    throw bodyTooLong(limit);
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  let block = new Uint8Array(0);
  let filled = 0;
  let length = 0;
  // Whoever sends too much is answered, not cut off.
  const chunks = decoded(req).iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      if (length > limit) throw bodyTooLong(limit);
      for (let from = 0; from < chunk.byteLength; ) {
        if (filled === block.byteLength) {
          block = new Uint8Array(blockBytes);
          blocks.push(block);
          filled = 0;
        }
        const part = chunk.subarray(from, from + blockBytes - filled);
        block.set(part, filled);
        filled += part.byteLength;
        from += part.byteLength;
      }
    }
  } catch (error) {
    if (error instanceof PayloadTooLargeError) throw error;
    throw new InvalidRequestError([
      { pointer: '', code: 'unreadable', message: 'cannot be read to its end' },
    ]);
  }
  if (blocks.length) blocks.push(blocks.pop()!.subarray(0, filled));
  return blocks;
}

function decoded(req: Request): Readable {
  const encoding = req.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return req;
  const decoder = Object.hasOwn(decoders, encoding) && decoders[encoding];
  if (!decoder) {
    throw new InvalidRequestError([
      {
        pointer: '/headers/content-encoding',
        code: 'invalid_value',
        message: `must be ${Object.keys(decoders).join(', ')} or identity`,
      },
    ]);
  }
  const stream = decoder();
  req.once('error', error => stream.destroy(error));
  return req.pipe(stream);
}

import { ServiceUnavailableError } from '@backstage/errors';
import { Request } from 'express';
import { Readable, Transform } from 'stream';
import { finished } from 'stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'zlib';
import { InvalidRequestError } from '../../service/InvalidRequestError';
import { PayloadTooLargeError } from '../../service/PayloadTooLargeError';
import { BodyShare } from './BodyMemory';
import { ByteBlocks } from './ByteBlocks';

/** What is taken of the memory for bodies at a time. */
const blockBytes = 1024 * 1024;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What is thrown here; all else comes from the sender's stream. */
const answers = [
  InvalidRequestError,
  PayloadTooLargeError,
  ServiceUnavailableError,
];

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
 * @throws ServiceUnavailableError - when there is no memory left for it, for all or for its sender.
 */
export async function readBlocks(
  req: Request,
  limit: number,
  memory: BodyShare,
): Promise<Uint8Array<ArrayBuffer>[]> {
  try {
    if (Number(req.headers['content-length'] ?? 0) > limit)
      throw bodyTooLong(limit);
    return await blocksOf(req, limit, memory);
  } catch (error) {
    memory.free();
    await readOff(req);
    if (answers.some(answer => error instanceof answer)) throw error;
    throw new InvalidRequestError([
      { pointer: '', code: 'unreadable', message: 'cannot be read to its end' },
    ]);
  }
}

async function blocksOf(
  req: Request,
  limit: number,
  memory: BodyShare,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const blocks = new ByteBlocks();
  let length = 0;
  // There is always room for short ones, of which there are no more than connections.
  let room = blockBytes;
  const body = decoded(req);
  // Whoever sends too much is answered, not cut off.
  const chunks = body.iterator({ destroyOnReturn: body !== req });
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > limit) throw bodyTooLong(limit);
    for (; room < length; room += blockBytes) memory.take(blockBytes);
    blocks.add(chunk);
  }
  return blocks.end();
}

/** The rest of a body, for nothing: who is answered before having sent all of it may go on sending, and be cut off. */
async function readOff(req: Request): Promise<void> {
  req.unpipe();
  req.resume();
  // Who does not send all of it is not there to be answered.
  await finished(req, { writable: false }).catch(() => {});
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

import { isError } from '@backstage/errors';
import express, { Request, Response } from 'express';
import { InvalidRequestError } from '../../service/InvalidRequestError';
import { PayloadTooLargeError } from '../../service/PayloadTooLargeError';
import { SentDefinitions } from '../../service/revisions/SentDefinition';
import { BodyMemory, tooManyLongBodies } from './BodyMemory';
import { JsonThread } from './JsonThread';
import { ParsedJson, UnparsedJson } from './parseJson';
import { bodyTooLong, readBlocks } from './readBlocks';

/** JSON may write a byte of a text as six characters, but does so for few; two texts and their envelope fit. */
const definitionOverhead = 3;

/** Bodies of the greatest length that are read or wait at once: one that is parsed, those that wait for that, and one more. */
const mostLongest = 6;

/** Of one sender, be it all pipelines that share a token: several may meet, and there is as much left for everybody else. */
const mostLongestOfOne = 3;

/** A body that was read. */
export interface ReadBody {
  /** With a text in the place of each definition. */
  value: unknown;
  definitions: SentDefinitions;
}

/** Of an operation that takes none. */
export const noBody: ReadBody = { value: undefined, definitions: {} };

/** Reads JSON bodies up to a number of bytes, which depends on whether they bring definitions; those are parsed where nobody waits. */
export function bodyReader(
  config: {
    bodyBytes: number;
    detection: { definitionBytes: number };
  },
  thread: JsonThread,
) {
  const plainBytes = config.bodyBytes;
  const definitionsBytes =
    config.bodyBytes + definitionOverhead * config.detection.definitionBytes;
  const memory = new BodyMemory({
    bytes: mostLongest * definitionsBytes,
    bytesOfOne: mostLongestOfOne * definitionsBytes,
  });
  const readPlain = express.json({ limit: plainBytes });

  /**
   * @param sender - Whose memory it takes.
   * @param definitions - The fields that bring them, of an operation that takes any.
   */
  return async (
    req: Request,
    res: Response,
    sender: string,
    definitions?: readonly string[],
  ): Promise<ReadBody> => {
    if (!req.is('json')) {
      throw new InvalidRequestError([
        {
          pointer: '/headers/content-type',
          code: 'required',
          message: 'must be application/json, with a JSON body',
        },
      ]);
    }
    if (definitions) {
      if (thread.isFull) throw tooManyLongBodies();
      const share = memory.share(sender);
      try {
        const blocks = await readBlocks(req, definitionsBytes, share);
        return partsOf(await parsedBy(thread, { blocks, definitions }));
      } finally {
        share.free();
      }
    }
    try {
      await new Promise<void>((resolve, reject) =>
        readPlain(req, res, error => (error ? reject(error) : resolve())),
      );
    } catch (error) {
      throw readable(error, plainBytes);
    }
    return { value: req.body, definitions: {} };
  };
}

async function parsedBy(
  thread: JsonThread,
  unparsed: UnparsedJson,
): Promise<ParsedJson> {
  try {
    return await thread.parse(unparsed);
  } catch (error) {
    if (isError(error) && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      throw new PayloadTooLargeError(
        'The body takes more memory than may be used for one',
      );
    }
    if (thread.isFull) throw tooManyLongBodies();
    throw error;
  }
}

function partsOf(parsed: ParsedJson): ReadBody {
  if (parsed.outcome === 'parsed') return parsed;
  throw new InvalidRequestError([
    parsed.outcome === 'not-json'
      ? { pointer: '', code: 'invalid_json', message: 'is not JSON' }
      : {
          pointer: '',
          code: 'too_long',
          message: 'has more than definitions and their levels need',
        },
  ]);
}

function readable(error: unknown, bytes: number): unknown {
  const type = isError(error) && (error as { type?: unknown }).type;
  if (type === 'entity.too.large') {
    return bodyTooLong(bytes);
  }
  if (type === 'entity.parse.failed') {
    return partsOf({ outcome: 'not-json' });
  }
  return error;
}

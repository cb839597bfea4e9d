import { isError, ServiceUnavailableError } from '@backstage/errors';
import express, { Request, Response } from 'express';
import { InvalidRequestError } from '../../service/InvalidRequestError';
import { PayloadTooLargeError } from '../../service/PayloadTooLargeError';
import { JsonThread } from './JsonThread';
import { ParsedJson } from './parseJson';

/** JSON may write a byte of a text as six characters, but does so for few; two texts and their envelope fit. */
const definitionOverhead = 3;

/** Reads JSON bodies up to a number of bytes, which depends on whether they bring definitions; those are parsed where nobody waits. */
export function bodyReader(
  config: {
    bodyBytes: number;
    detection: { definitionBytes: number };
  },
  thread: JsonThread,
) {
  const limits = {
    plain: config.bodyBytes,
    definitions:
      config.bodyBytes + definitionOverhead * config.detection.definitionBytes,
  };
  const readers = {
    plain: express.json({ limit: limits.plain }),
    definitions: express.raw({ limit: limits.definitions, type: 'json' }),
  };

  return async (
    req: Request,
    res: Response,
    kind: keyof typeof limits,
  ): Promise<unknown> => {
    if (!req.is('json')) {
      throw new InvalidRequestError([
        {
          pointer: '/headers/content-type',
          code: 'required',
          message: 'must be application/json, with a JSON body',
        },
      ]);
    }
    if (kind === 'definitions' && thread.isFull) throw tooManyWait();
    try {
      await new Promise<void>((resolve, reject) =>
        readers[kind](req, res, error => (error ? reject(error) : resolve())),
      );
    } catch (error) {
      throw readable(error, limits[kind]);
    }
    return Buffer.isBuffer(req.body)
      ? valueOf(await parsedBy(thread, req.body))
      : req.body;
  };
}

async function parsedBy(thread: JsonThread, body: Buffer): Promise<ParsedJson> {
  try {
    return await thread.parse(body);
  } catch (error) {
    if (isError(error) && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      throw new PayloadTooLargeError(
        'The body takes more memory than may be used for one',
      );
    }
    if (thread.isFull) throw tooManyWait();
    throw error;
  }
}

function tooManyWait(): ServiceUnavailableError {
  return new ServiceUnavailableError(
    'Too many long bodies wait to be read; try again in a moment',
  );
}

function valueOf(parsed: ParsedJson): unknown {
  if (parsed.outcome === 'parsed') return parsed.value;
  throw new InvalidRequestError([
    parsed.outcome === 'not-json'
      ? { pointer: '', code: 'invalid_json', message: 'is not JSON' }
      : {
          pointer: '',
          code: 'too_long',
          message: 'has more values than definitions and their levels need',
        },
  ]);
}

function readable(error: unknown, bytes: number): unknown {
  const type = isError(error) && (error as { type?: unknown }).type;
  if (type === 'entity.too.large') {
    return new PayloadTooLargeError(
      `The body is longer than the ${bytes} bytes that are taken`,
    );
  }
  if (type === 'entity.parse.failed') {
    return valueOf({ outcome: 'not-json' });
  }
  return error;
}

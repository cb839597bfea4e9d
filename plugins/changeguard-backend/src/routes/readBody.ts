import { isError } from '@backstage/errors';
import express, { Request, Response } from 'express';
import { InvalidRequestError } from '../service/InvalidRequestError';
import { PayloadTooLargeError } from '../service/PayloadTooLargeError';

/** JSON may write a byte of a text as six characters, but does so for few; two texts and their envelope fit. */
const definitionOverhead = 3;

/** Reads JSON bodies up to a number of bytes, which depends on whether they bring definitions. */
export function bodyReader(config: {
  bodyBytes: number;
  detection: { definitionBytes: number };
}) {
  const limits = {
    plain: config.bodyBytes,
    definitions:
      config.bodyBytes + definitionOverhead * config.detection.definitionBytes,
  };
  const parsers = {
    plain: express.json({ limit: limits.plain }),
    definitions: express.json({ limit: limits.definitions }),
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
    try {
      await new Promise<void>((resolve, reject) =>
        parsers[kind](req, res, error => (error ? reject(error) : resolve())),
      );
    } catch (error) {
      throw readable(error, limits[kind]);
    }
    return req.body;
  };
}

function readable(error: unknown, bytes: number): unknown {
  const type = isError(error) && (error as { type?: unknown }).type;
  if (type === 'entity.too.large') {
    return new PayloadTooLargeError(
      `The body is longer than the ${bytes} bytes that are taken`,
    );
  }
  if (type === 'entity.parse.failed') {
    return new InvalidRequestError([
      { pointer: '', code: 'invalid_json', message: 'is not JSON' },
    ]);
  }
  return error;
}

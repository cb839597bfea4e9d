import { CustomErrorBase, isError } from '@backstage/errors';
import express, { Request, RequestHandler, Response } from 'express';
import { InvalidRequestError } from '../service/InvalidRequestError';

/** The body is longer than the configuration allows. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  /** Backstage's error handler answers this status. */
  readonly statusCode = 413;
}

/** Reads JSON bodies up to a number of bytes. */
export function bodyReader(bytes: number) {
  const parse: RequestHandler = express.json({ limit: bytes });

  return async (req: Request, res: Response): Promise<unknown> => {
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
        parse(req, res, error => (error ? reject(error) : resolve())),
      );
    } catch (error) {
      throw readable(error, bytes);
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

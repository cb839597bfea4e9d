import { CustomErrorBase } from '@backstage/errors';

/** The version a request was made for is not the current one. */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError' as const;
  /** Backstage's error handler answers this status. */
  readonly statusCode = 412;
}

/** `If-Match` (RFC 9110 §13.1.1): which versions a request is meant for. */
export class Precondition {
  private constructor(private readonly tags: readonly string[] | null) {}

  /** Reads the header; without one, every version will do. */
  static fromHeader(header: string | undefined): Precondition {
    if (header === undefined || header.trim() === '*') {
      return new Precondition(null);
    }
    return new Precondition(header.split(',').map(tag => tag.trim()));
  }

  /** @throws PreconditionFailedError - when the version is another one. */
  check(version: number): void {
    // A weak tag never matches: the comparison is the strong one.
    if (this.tags && !this.tags.includes(`"${version}"`)) {
      throw new PreconditionFailedError(
        `It was changed meanwhile: the current version is "${version}"`,
      );
    }
  }
}

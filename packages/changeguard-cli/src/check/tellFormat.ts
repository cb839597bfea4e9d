import {
  defaultBudget,
  guessFormat,
} from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { Definition } from './readDefinition';
import { ReadingFailure } from './Reading';

/** What a definition is written in, or why that cannot be told. */
export type FormatTold =
  | { outcome: 'told'; format: string }
  | { outcome: 'failed'; failure: ReadingFailure };

/** Tells a definition's format: the one that was named, or what its name and text look like. */
export function tellFormat(
  { text, path }: Definition,
  named: string | undefined,
): FormatTold {
  const format = named ?? guessFormat(text, path);
  if (format) return { outcome: 'told', format };
  const failed = (
    reason: ReadingFailure['reason'],
    why: string,
  ): FormatTold => ({
    outcome: 'failed',
    failure: {
      reason,
      message: `What it is written in cannot be told (--format names it): ${why}.`,
    },
  });
  if (text.trim() === '') return failed('parse-error', 'the file is empty');
  // Such as UTF-16 whose mark is missing.
  if (text.includes('\u0000')) {
    return failed('parse-error', 'it is not UTF-8; save it as UTF-8');
  }
  if (Buffer.byteLength(text) > defaultBudget.bytes) {
    return failed(
      'too-large',
      `more than ${defaultBudget.bytes} bytes are not compared`,
    );
  }
  return failed('unsupported', 'nothing in it says so');
}

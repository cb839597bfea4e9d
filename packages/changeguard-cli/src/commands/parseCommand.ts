import { parseArgs, ParseArgsConfig } from 'util';
import { UsageError } from '../UsageError';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * What was typed after a command that is about one file.
 *
 * @param what - names the file in the sentence that asks for it
 * @throws UsageError - unless exactly one file is named
 */
export function parseCommand<const TOptions extends Options>(
  args: string[],
  what: string,
  options: TOptions,
) {
  const { values, positionals } = parseArgs({
    args,
    options,
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (!file || others.length) throw new UsageError(`Name one ${what}.`);
  return { file, values };
}

/** The option of every command whose answer machines read, too. */
export const jsonOption = { json: { type: 'boolean' } } as const;

/** Options of every command about an entity's definition. */
export const definitionOptions = {
  entity: { type: 'string' },
  format: { type: 'string' },
} as const;

import { z } from 'zod';

/** What a cached text says; undefined when there is none, or when it is not what we write: garbage is a miss. */
export function parsedJson<T>(
  schema: z.ZodType<T>,
  text: string | undefined,
): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

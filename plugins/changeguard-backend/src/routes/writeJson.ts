import { randomUUID } from 'crypto';
import { pipeline } from 'stream/promises';
import { setImmediate } from 'timers/promises';
import { Response } from 'express';
import { isReaderGone } from './isReaderGone';

/** Characters that are written at a stretch: a millisecond or two. */
const stretch = 256 * 1024;

/**
 * Ends a response with a value as JSON. A definition may have megabytes, which are written in turns with whatever else the event loop has to
 * do.
 */
export async function writeJson(res: Response, value: unknown): Promise<void> {
  res.type('json');
  if (!holdsLongText(value)) {
    res.end(JSON.stringify(value));
    return;
  }
  try {
    await pipeline(inTurns(partsOf(value)), res);
  } catch (error) {
    // Whoever went away in the middle does not miss the rest.
    if (!isReaderGone(error)) throw error;
  }
}

async function* inTurns(parts: Iterable<string>): AsyncIterable<string> {
  for (const part of parts) {
    yield part;
    await setImmediate();
  }
}

/** At the top, where definitions are. */
function holdsLongText(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(isLong)
  );
}

function isLong(value: unknown): value is string {
  return typeof value === 'string' && value.length > stretch;
}

/** The JSON of a value: what is short at once, long texts by the stretch. */
function* partsOf(value: object): Iterable<string> {
  // Nothing that is answered can hold it.
  const mark = randomUUID();
  const texts: string[] = [];
  const json = JSON.stringify(value, (_, one) => {
    if (!isLong(one)) return one;
    texts.push(one);
    return mark;
  });
  for (const [index, part] of json.split(`"${mark}"`).entries()) {
    if (index > 0) yield* quoted(texts[index - 1]);
    yield part;
  }
}

function* quoted(text: string): Iterable<string> {
  yield '"';
  for (let from = 0; from < text.length; ) {
    const end = from + stretch;
    // A pair of surrogates is one character, and half of one would be escaped.
    const to = isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
    yield JSON.stringify(text.slice(from, to)).slice(1, -1);
    from = to;
  }
  yield '"';
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

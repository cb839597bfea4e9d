const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const SPACE = 0x20;

/** The offset just behind a string that starts at `start`. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let escapes = 0;
    while (text.charCodeAt(quote - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/** What a JSON text holds. @public */
export interface JsonScan {
  /** How deep it nests. */
  depth: number;
  /** Of all objects together. */
  members: number;
  /** Of every kind, with what holds them. */
  values: number;
}

/**
 * What a JSON text holds, before it is handed to the parser: a text nested too deeply must not reach a recursive one, nor one that holds too
 * much any, since running out of memory within the parser ends not its thread but the process. More members than the parsed value
 * has means that a key was given twice. Of what is no JSON it says something, too.
 *
 * @public
 */
export function scanJson(text: string): JsonScan {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  // The first of each holder that is not empty, and one more behind each comma.
  let values = 1;
  let opened = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= SPACE) continue;
    const closes = code === 0x7d || code === 0x5d;
    if (opened && !closes) values++;
    opened = false;
    if (code === QUOTE) {
      at = endOfString(text, at) - 1;
    } else if (code === 0x7b || code === 0x5b) {
      depth++;
      opened = true;
      if (depth > deepest) deepest = depth;
    } else if (closes) {
      depth--;
    } else if (code === COLON) {
      members++;
    } else if (code === COMMA) {
      values++;
    }
  }
  return { depth: deepest, members, values };
}

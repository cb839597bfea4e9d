import {
  guessFormat,
  scanJson,
} from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { isThreadFor } from '../../actors/isThreadFor';
import { stepBack } from '../../actors/stepBack';
import {
  SentDefinition,
  SentDefinitions,
} from '../../service/revisions/SentDefinition';
import { isStorable } from '../isStorable';
import { handOver } from './handOver';

/** This file is both what {@link JsonThread} imports, to learn where it lies, built or not, and what its thread runs. */
export const parseJsonFile = __filename;

/** Tells a thread that it is ours. */
export const parseJsonKind = 'changeguard-json';

/** Values of a body at most: texts are long, but what stands around them is small, and taking over many values blocks the event loop. */
const mostValues = 10_000;

/**
 * How deep they may nest. What nests thousands of levels deep does not arrive from a thread, and whoever waits for it, and for that thread,
 * waits for ever.
 */
const mostLevels = 100;

/** Characters of all that is no definition, at most. */
const mostCharacters = 1024 * 1024;

/** In the place of a definition that is not empty. */
const standIn = '…';

/** JSON as UTF-8, in pieces, and the members of its object that bring definitions. */
export interface UnparsedJson {
  blocks: readonly Uint8Array<ArrayBuffer>[];
  definitions: readonly string[];
}

/** What came of parsing: definitions are apart, and in their place in the value is a text that is empty if they are. */
export type ParsedJson =
  | { outcome: 'parsed'; value: unknown; definitions: SentDefinitions }
  | { outcome: 'not-json' }
  | { outcome: 'too-long' };

/** Parses a body and takes its definitions out of it. */
export function parseJson({ blocks, definitions }: UnparsedJson): ParsedJson {
  let value: unknown;
  try {
    const text = textOf(blocks);
    // Running out of memory within the parser ends not its thread but the portal.
    if (scanJson(text).values > mostValues) return { outcome: 'too-long' };
    value = JSON.parse(text);
  } catch {
    return { outcome: 'not-json' };
  }
  const sent = takeDefinitions(value, definitions);
  return isShort(value)
    ? { outcome: 'parsed', value, definitions: sent }
    : { outcome: 'too-long' };
}

/** The same in a thread, which hands the definitions over: copying them would hold whoever gets them. */
export function parseJsonInThread(unparsed: UnparsedJson): object {
  const parsed = parseJson(unparsed);
  const sent = parsed.outcome === 'parsed' ? parsed.definitions : {};
  return handOver(
    parsed,
    Object.values(sent).map(({ text }) => text),
  );
}

function textOf(blocks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts = blocks.map(block => decoder.decode(block, { stream: true }));
  return [...parts, decoder.decode()].join('');
}

function takeDefinitions(
  value: unknown,
  fields: readonly string[],
): SentDefinitions {
  const sent: Record<string, SentDefinition> = {};
  if (typeof value !== 'object' || value === null) return sent;
  const members = value as Record<string, unknown>;
  for (const field of fields) {
    const text = Object.hasOwn(members, field) && members[field];
    if (typeof text === 'string') {
      sent[field] = {
        text: new TextEncoder().encode(text),
        isStorable: isStorable(text),
        looksLike: guessFormat(text),
      };
      members[field] = text && standIn;
    }
  }
  return sent;
}

function isShort(value: unknown): boolean {
  let characters = 0;
  let seen = 0;
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    seen += level.length;
    if (seen > mostValues || depth > mostLevels) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string') characters += one.length;
      if (typeof one === 'object' && one !== null) {
        const members = Object.entries(one);
        if (seen + next.length + members.length > mostValues) return false;
        for (const [name, member] of members) {
          characters += name.length;
          next.push(member);
        }
      }
    }
    level = next;
  }
  return characters <= mostCharacters;
}

if (isThreadFor(parseJsonKind)) stepBack();

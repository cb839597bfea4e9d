import { Budget } from '../../Comparison';
import { parseText } from '../../text/parseText';
import { TextFailure } from '../../text/TextDocument';

/** The files of a definition. */
export interface Definition {
  files: ReadonlyMap<string, string>;
  /** What a `buf.yaml` among them says about where files lie and which rules are asked. */
  settings?: Settings;
}

/** The part of `buf.yaml` that is heeded: the rest names plug-ins to start and modules to fetch. */
export interface Settings {
  version: string;
  breaking?: object;
  build?: { roots?: string[]; excludes?: string[] };
}

type DefinitionResult =
  | { outcome: 'read'; definition: Definition }
  | { outcome: 'failed'; failure: TextFailure };

/** What a definition of one file is called among files. */
const ONLY_FILE = 'definition.proto';

/** Paths stay within a folder, and are paths everywhere. */
const PATH = /^(?!.*(^|\/)\.)[\w.-]+(\/[\w.-]+)*\.proto$/;
const FOLDER = /^(?!.*(^|\/)\.)[\w.-]+(\/[\w.-]+)*$/;
const MOST_FILES = 2_000;

/** Reads one file, or a JSON object of path → text. */
export function readDefinition(text: string, budget: Budget): DefinitionResult {
  if (Buffer.byteLength(text, 'utf8') > budget.bytes) {
    return failed(
      'too-large',
      `The text is larger than ${budget.bytes} bytes; split it or raise the limit.`,
    );
  }
  if (text.includes('\u0000')) {
    return failed('parse-error', 'The text is not UTF-8; save it as UTF-8.');
  }
  if (text.trim() === '') return failed('parse-error', 'The text is empty.');
  const read = text.trimStart().startsWith('{')
    ? readBundle(text, budget)
    : ({
        outcome: 'read',
        definition: { files: new Map([[ONLY_FILE, text]]) },
      } as const);
  if (read.outcome === 'failed') return read;
  for (const file of read.definition.files.values()) {
    if (depthOf(file) > budget.depth) {
      return failed(
        'too-deep',
        `The text is nested more than ${budget.depth} levels deep.`,
      );
    }
  }
  return read;
}

function readBundle(text: string, budget: Budget): DefinitionResult {
  const parsed = parseText(text, budget);
  if (parsed.outcome === 'failed') return parsed;
  const { 'buf.yaml': config, ...rest } = Object(parsed.document.value);
  const files = Object.entries(rest);
  if (files.length === 0 || files.length > MOST_FILES) {
    return failed(
      'parse-error',
      `A definition has between 1 and ${MOST_FILES} files.`,
    );
  }
  const odd = files.find(
    ([path, file]) => !PATH.test(path) || typeof file !== 'string',
  );
  if (odd) {
    return failed(
      'parse-error',
      `Files are given as path and text; '${odd[0].slice(0, 100)}' is not.`,
    );
  }
  return {
    outcome: 'read',
    definition: {
      files: new Map(files as [string, string][]),
      settings: settingsOf(config, budget),
    },
  };
}

function settingsOf(config: unknown, budget: Budget): Settings | undefined {
  if (typeof config !== 'string') return undefined;
  const parsed = parseText(config, budget);
  if (parsed.outcome === 'failed') return undefined;
  const { version, breaking, build } = Object(parsed.document.value);
  if (!/^v(1|1beta1|2)$/.test(String(version))) return undefined;
  const { roots, excludes } = Object(build);
  return {
    version,
    ...(breaking && { breaking: Object(breaking) }),
    ...(build && {
      build: { ...folders({ roots }), ...folders({ excludes }) },
    }),
  };
}

function folders(named: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, list]) =>
      Array.isArray(list)
        ? [[name, list.filter(one => FOLDER.test(String(one))).map(String)]]
        : [],
    ),
  );
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[{}<>[\]]/g)) {
    depth = '{<['.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function failed(
  reason: TextFailure['reason'],
  message: string,
): DefinitionResult {
  return { outcome: 'failed', failure: { reason, message } };
}

import { Comparison, EngineOptions } from '../../Comparison';
import { comparisonOf } from '../../comparisonOf';
import { Fact } from '../../Finding';
import { failedComparison } from '../../text/failedComparison';
import { compareCommonest } from './compareCommonest';
import { CompleteFiles, completeFiles } from './completeFiles';
import { factOf } from './factOf';
import { findBuf } from './findBuf';
import { foldAnnotations } from './foldAnnotations';
import { layOut } from './layOut';
import { Outlines } from './Outlines';
import { placeAnnotation, Versions } from './placeAnnotation';
import { Definition, readDefinition } from './readDefinition';
import { Annotation, BufLimits, runBuf } from './runBuf';

const LIMITS: BufLimits = {
  milliseconds: 30_000,
  outputBytes: 16 * 1024 * 1024,
};

/** All promises at once; each finding says which of them it breaks. */
const ALL = { use: ['FILE', 'WIRE_JSON', 'WIRE'] };

/** Compares two definitions with buf; without it, by the commonest of its rules. */
export async function compareProtobuf(
  base: string,
  revision: string,
  { budget }: EngineOptions,
  {
    program = findBuf(),
    limits = LIMITS,
  }: { program?: string; limits?: BufLimits } = {},
): Promise<Comparison<Fact>> {
  const before = readDefinition(base, budget);
  if (before.outcome === 'failed') return failedComparison(before, 'base');
  const after = readDefinition(revision, budget);
  if (after.outcome === 'failed') return failedComparison(after, 'revision');
  if (!program) return compareCommonest(before.definition, after.definition);
  return compareWithBuf(program, before.definition, after.definition, limits);
}

async function compareWithBuf(
  program: string,
  base: Definition,
  revision: Definition,
  limits: BufLimits,
): Promise<Comparison<Fact>> {
  const before = completeFiles(base.files);
  const after = completeFiles(revision.files);
  const own = revision.settings;
  const result = await runBuf(
    program,
    {
      base: laidOut(before),
      revision: laidOut(after),
      settings: {
        base: base.settings ?? { version: 'v2' },
        revision: own ?? { version: 'v2', breaking: ALL },
      },
    },
    limits,
  );
  switch (result.outcome) {
    case 'not-started':
      return compareCommonest(base, revision);
    case 'timed-out':
      return failed(
        'timed-out',
        'The comparison took too long; split the definition.',
      );
    case 'too-large':
      return failed(
        'too-large',
        'The versions differ in more places than can be told.',
      );
    case 'failed':
      return failed(
        'parse-error',
        `The definition could not be compared: ${sentence(result.message)}`,
      );
    default:
      return conclude(result.annotations, before, after, own !== undefined);
  }
}

function conclude(
  annotations: readonly Annotation[],
  before: CompleteFiles,
  after: CompleteFiles,
  asAsked: boolean,
): Comparison<Fact> {
  const versions = {
    base: new Outlines(before.files),
    revision: new Outlines(after.files),
  };
  const mistake = annotations.find(({ type }) => type === 'COMPILE');
  if (mistake) return refused(mistake, versions);
  const stubs = new Set([...before.stubs, ...after.stubs]);
  const placed = annotations
    .map(one => ({ ...one, path: one.path?.replace(/^revision\//, '') }))
    .flatMap(one => placeAnnotation(one, versions))
    .filter(({ file }) => !stubs.has(file));
  const findings = (asAsked ? placed : foldAnnotations(placed))
    .map(factOf)
    .filter(fact => fact !== undefined);
  const missing = [...new Set([...before.missing, ...after.missing])].sort();
  return comparisonOf(
    findings,
    missing.map(
      name =>
        `The type ${name} is imported from elsewhere, so it was not compared.`,
    ),
  );
}

function laidOut({ files }: CompleteFiles): Map<string, string> {
  return new Map(Array.from(files, ([path, text]) => [path, layOut(text)]));
}

function refused(
  { path = '', start_line: token, message }: Annotation,
  versions: Versions,
): Comparison<Fact> {
  const [, which, file] = /^(base|revision)\/(.*)$/.exec(path) ?? [];
  const side = which === 'base' ? 'base' : 'revision';
  const place =
    token === undefined
      ? undefined
      : versions[side].of(file)?.linesOf(token, token);
  return {
    ...failed(
      'parse-error',
      `The text is not a Protobuf definition: ${sentence(message)}`,
    ),
    which: side,
    line: place?.startLine,
  };
}

function failed(
  reason: 'parse-error' | 'timed-out' | 'too-large',
  message: string,
): Extract<Comparison<Fact>, { outcome: 'failed' }> {
  return { outcome: 'failed', reason, which: null, message };
}

function sentence(text: string): string {
  return text.slice(0, 300).replace(/\.?$/, '.');
}

import { z } from 'zod';
import { entityRefSchema } from './entityRef';
import { severitySchema, sideSchema } from './finding';

/** How comparing two definitions ended. @public */
export const comparisonOutcomes = ['compared', 'partial', 'failed'] as const;

/**
 * What comparing two definitions says. `unknown` is never "no changes": it could not be compared, or not as a whole.
 *
 * @public
 */
export const comparisonVerdicts = [
  'breaking',
  'dangerous',
  'non-breaking',
  'unchanged',
  'unknown',
] as const;

/** Why two definitions could not be compared, in one word for programs. @public */
export const comparisonFailureReasons = [
  'parse-error',
  'too-large',
  'too-deep',
  'timed-out',
  'unsupported',
  'busy',
] as const;

/** Lines of a text, counted from 1, both included. @public */
export const sourceRangeSchema = z.strictObject({
  startLine: z.int().positive(),
  endLine: z.int().positive(),
});

/** One finding that comparing two definitions brought. @public */
export const detectedFindingSchema = z.strictObject({
  rule: z.string(),
  severity: severitySchema,
  side: sideSchema.nullable(),
  pointer: z.string(),
  /** The operation, channel or service it belongs to, such as `GET /orders/{id}`. */
  operation: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Where the fragment stood in the text before. */
  beforeRange: sourceRangeSchema.nullable(),
  /** Where the fragment stands in the text after. */
  afterRange: sourceRangeSchema.nullable(),
  message: z.string(),
  /** Why its rule matters, in one sentence. */
  purpose: z.string(),
  /** Stable identity: the same in every version, whatever the order and the formatting of the texts. */
  fingerprint: z.string(),
  /** What found it, such as `openapi`, and its version. */
  engine: z.string(),
  engineVersion: z.string(),
  /** Who took responsibility for it; null when nobody has. */
  accepted: z
    .strictObject({
      by: z.enum(['acceptance', 'change']),
      /** Of the acceptance or the change. */
      id: z.uuid(),
      /** Path inside the portal. */
      link: z.string(),
    })
    .nullable(),
});

/** Why two definitions could not be compared. @public */
export const comparisonFailureSchema = z.strictObject({
  reason: z.enum(comparisonFailureReasons),
  /** Which of the two texts, where one is to blame. */
  which: z.enum(['base', 'revision']).nullable(),
  /** One sentence that says what to do about it. */
  message: z.string(),
  line: z.int().positive().nullable(),
});

/** What came of comparing two definitions. @public */
export const comparisonSchema = z.strictObject({
  outcome: z.enum(comparisonOutcomes),
  verdict: z.enum(comparisonVerdicts),
  findings: z.array(detectedFindingSchema),
  /** How many findings there are; at most 2,000 of them are listed, the breaking ones first. */
  findingCount: z.int().nonnegative(),
  /** What could not be compared, in sentences; only of `partial`. */
  reasons: z.array(z.string()),
  /** Only of `failed`. */
  failure: comparisonFailureSchema.nullable(),
});

/** A rule's level for one comparison, by its id; `muted` drops its findings. @public */
export const ruleLevelsSchema = z.record(
  z.string().min(1).max(120),
  z.enum(['breaking', 'dangerous', 'non-breaking', 'muted']),
);

/** A text of a definition; the portal's configuration says how long it may be. */
const definition = z.string().min(1);

/** What `POST /checks` takes: a revision, and one of `base`, `baseRevisionId`, or the entity whose latest revision is the base. @public */
export const definitionCheckSchema = z
  .strictObject({
    entityRef: entityRefSchema.optional(),
    /** Defaults to the stored revision's, the entity's, or what the text looks like. */
    format: z.string().trim().min(1).max(60).optional(),
    base: definition.optional(),
    baseRevisionId: z.uuid().optional(),
    revision: definition,
    levels: ruleLevelsSchema.optional(),
  })
  .superRefine((body, ctx) => {
    const wrong = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (body.base !== undefined && body.baseRevisionId !== undefined) {
      wrong('baseRevisionId', 'cannot be given together with base');
    }
    if (
      body.base === undefined &&
      body.baseRevisionId === undefined &&
      body.entityRef === undefined
    ) {
      wrong('base', 'is required without baseRevisionId or entityRef');
    }
  });

/** What `POST /checks` answers; nothing of it is stored. @public */
export const definitionCheckResultSchema = comparisonSchema.extend({
  /**
   * Whether it was compared and every breaking finding was accepted or announced. What could not be compared as a whole can pass, with
   * the verdict `unknown`.
   */
  passes: z.boolean(),
  format: z.string(),
  /** The stored revision it was compared with; null when the request brought the base, or the entity has no revision yet. */
  base: z
    .strictObject({
      revisionId: z.uuid(),
      version: z.string().nullable(),
      at: z.iso.datetime(),
    })
    .nullable(),
  /** Sentences about what is written on the entity and counts for nothing, such as levels of rules that do not exist. */
  hints: z.array(z.string()),
});

/** {@inheritDoc comparisonVerdicts} @public */
export type ComparisonVerdict = (typeof comparisonVerdicts)[number];
/** {@inheritDoc comparisonFailureSchema} @public */
export type ComparisonFailure = z.infer<typeof comparisonFailureSchema>;
/** {@inheritDoc detectedFindingSchema} @public */
export type DetectedFinding = z.infer<typeof detectedFindingSchema>;
/** {@inheritDoc comparisonSchema} @public */
export type DefinitionComparison = z.infer<typeof comparisonSchema>;
/** {@inheritDoc ruleLevelsSchema} @public */
export type RuleLevels = z.infer<typeof ruleLevelsSchema>;
/** {@inheritDoc definitionCheckSchema} @public */
export type DefinitionCheck = z.infer<typeof definitionCheckSchema>;
/** {@inheritDoc definitionCheckResultSchema} @public */
export type DefinitionCheckResult = z.infer<typeof definitionCheckResultSchema>;

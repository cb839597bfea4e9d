import { z } from 'zod';
import {
  comparisonFailureSchema,
  comparisonOutcomes,
  comparisonSchema,
  comparisonVerdicts,
} from './comparison';
import { entityRefSchema } from './entityRef';
import { changeStatusSchema } from './schemaChange';

/** What brought a revision: the sweep of the catalog, a pipeline, or somebody who asked for it now. @public */
export const revisionSources = ['catalog', 'ci', 'request'] as const;

/** What changed, in Markdown: a heading for each severity, the operations below it, a sentence for each finding. */
const changelogSchema = z.string();

const textLine = z
  .strictObject({
    /** Counted from 1. */
    number: z.int().positive(),
    text: z.string(),
  })
  .nullable();

/** How two texts differ, line by line, and where each finding is: what a screen draws. @public */
export const sideBySideSchema = z.strictObject({
  /** `fragments`: they are too different or too large, so only what findings are about is shown. */
  outcome: z.enum(['aligned', 'fragments']),
  hunks: z.array(
    z.strictObject({
      beforeStart: z.int(),
      beforeLines: z.int(),
      afterStart: z.int(),
      afterLines: z.int(),
      rows: z.array(
        z.strictObject({
          kind: z.enum(['same', 'changed', 'removed', 'added']),
          before: textLine,
          after: textLine,
        }),
      ),
    }),
  ),
  /** One for each finding, in their order. */
  anchors: z.array(
    z.strictObject({
      fingerprint: z.string(),
      beforeLine: z.int().nullable(),
      afterLine: z.int().nullable(),
      /** The hunk that shows it, as an index. */
      hunk: z.int().nullable(),
    }),
  ),
  /** Rows that were left out because there are too many. */
  omittedRows: z.int(),
});

/** One stored version of an entity's definition, without its text. @public */
export const revisionSchema = z.strictObject({
  id: z.uuid(),
  entityRef: z.string(),
  /** The id of a format, such as `openapi`; also of one that a module added. */
  format: z.string(),
  /** As its publisher called it. */
  version: z.string().nullable(),
  /** SHA-256 of the text, in hex. */
  hash: z.string(),
  /** Length of the text in UTF-8. */
  bytes: z.int().nonnegative(),
  source: z.enum(revisionSources),
  /** A user's entity ref, a service's subject, or `system:detection`. */
  broughtBy: z.string(),
  at: z.iso.datetime(),
  /** The commit it was published from. */
  commit: z.string().nullable(),
  /** Where it was published from, such as a pipeline's page. */
  url: z.string().nullable(),
  /** The one before it; null of the first. */
  previousId: z.uuid().nullable(),
  /** How it differs from the one before; null of the first, which there is nothing to compare with, unless it cannot be read. */
  comparison: z
    .strictObject({
      outcome: z.enum(comparisonOutcomes),
      verdict: z.enum(comparisonVerdicts),
      breaking: z.int().nonnegative(),
      dangerous: z.int().nonnegative(),
      nonBreaking: z.int().nonnegative(),
      failure: comparisonFailureSchema.nullable(),
    })
    .nullable(),
  /** The change that it made or is part of; null when there is none, or it is not for the caller to see. */
  changeId: z.uuid().nullable(),
  /** Whether later ones are compared with it; false of what could not be compared itself, until an owner decides otherwise. */
  comparable: z.boolean(),
  /** Whether its text is still kept. */
  textKept: z.boolean(),
});

/** A revision with its text and how it differs from the one before. @public */
export const revisionDetailSchema = revisionSchema.extend({
  /** Null when it was kept long enough. */
  definition: z.string().nullable(),
  /** Against the one before; null of the first, unless it cannot be read. */
  difference: comparisonSchema
    .extend({
      changelog: changelogSchema,
    })
    .nullable(),
});

/** How any two revisions of an entity differ. @public */
export const revisionDiffSchema = comparisonSchema.extend({
  from: revisionSchema,
  to: revisionSchema,
  changelog: changelogSchema,
  /** Both texts side by side; null when they were not compared. */
  sideBySide: sideBySideSchema.nullable(),
});

/** What `POST /revisions` takes. @public */
export const publishRevisionSchema = z.strictObject({
  entityRef: entityRefSchema,
  definition: z.string().min(1),
  /** Defaults to the entity's. */
  format: z.string().trim().min(1).max(60).optional(),
  version: z.string().trim().min(1).max(100).optional(),
  commit: z.string().trim().min(1).max(100).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
});

/** What `PUT /entities/…/baseline` takes: what comes from now on is compared with this revision. @public */
export const setBaselineSchema = z.strictObject({
  /** The newest one of the entity. */
  revisionId: z.uuid(),
  /** Why it is fine that nobody could compare it. */
  reason: z.string().trim().min(1).max(2_000),
});

/** What came of looking at an entity's definition. @public */
export const observationSchema = z.strictObject({
  /** `first`: there was none before, so nothing to compare; `unchanged`: it is the latest revision. */
  outcome: z.enum(['first', 'unchanged', ...comparisonOutcomes]),
  verdict: z.enum(comparisonVerdicts),
  revision: revisionSchema,
  /** The open change that was detected, where there is one that the caller may see. */
  change: z
    .strictObject({
      id: z.uuid(),
      status: changeStatusSchema,
      /** Path inside the portal. */
      link: z.string(),
    })
    .nullable(),
  failure: comparisonFailureSchema.nullable(),
  /** Sentences about what is written on the entity and counts for nothing, such as levels of rules that do not exist. */
  hints: z.array(z.string()),
});

/** {@inheritDoc revisionSources} @public */
export type RevisionSource = (typeof revisionSources)[number];
/** {@inheritDoc revisionSchema} @public */
export type Revision = z.infer<typeof revisionSchema>;
/** {@inheritDoc sideBySideSchema} @public */
export type SideBySide = z.infer<typeof sideBySideSchema>;
/** {@inheritDoc revisionDetailSchema} @public */
export type RevisionDetail = z.infer<typeof revisionDetailSchema>;
/** {@inheritDoc revisionDiffSchema} @public */
export type RevisionDiff = z.infer<typeof revisionDiffSchema>;
/** {@inheritDoc publishRevisionSchema} @public */
export type PublishRevision = z.infer<typeof publishRevisionSchema>;
/** {@inheritDoc setBaselineSchema} @public */
export type SetBaseline = z.infer<typeof setBaselineSchema>;
/** {@inheritDoc observationSchema} @public */
export type Observation = z.infer<typeof observationSchema>;

import { z } from 'zod';

/** Most mentions one comment may hold; more is refused, so that one comment cannot page a whole company. @public */
export const MAX_MENTIONS = 20;

/** What posting or editing a comment takes: markdown; `@user:default/bob` or `@group:default/team-checkout` mentions. @public */
export const commentInputSchema = z.strictObject({
  body: z.string().trim().min(1).max(10_000),
});

/** One contribution to a change's discussion. @public */
export const commentSchema = z.strictObject({
  id: z.uuid(),
  changeId: z.uuid(),
  author: z.string(),
  /** Markdown; empty once deleted. */
  body: z.string(),
  mentions: z.array(z.string()),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  version: z.int().positive(),
  /** Whether the caller may edit and delete it. */
  mayEdit: z.boolean(),
});

/** {@inheritDoc commentInputSchema} @public */
export type CommentInput = z.infer<typeof commentInputSchema>;
/** {@inheritDoc commentSchema} @public */
export type Comment = z.infer<typeof commentSchema>;

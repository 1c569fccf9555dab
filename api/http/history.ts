import { z } from '@hono/zod-openapi'
import { revisionChanges } from '@repere/db/vocabulary/catalogue.ts'
import { id, instant, pageOf } from './shapes.ts'

const revision = z
  .strictObject({
    version: z.int(),
    change: z.enum(revisionChanges),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()),
    changedBy: id,
    changedAt: instant,
  })
  .openapi('Revision')

/** One change of something registrars edit. Whoever made it is an opaque id. */
export type RevisionShape = z.infer<typeof revision>

/** The history of something registrars edit, newest first. */
export const historyPage = pageOf(revision)

/** The version that was read, or is to be put back. */
export const version = z.int().min(1).max(1_000_000)

/** A change as it goes on the wire. */
export const presentRevision = (
  revision: Omit<RevisionShape, 'changedAt'> & { changedAt: Date },
): RevisionShape => ({
  version: revision.version,
  change: revision.change,
  before: revision.before,
  after: revision.after,
  changedBy: revision.changedBy,
  changedAt: revision.changedAt.toISOString(),
})

import { z } from '@hono/zod-openapi'
import { mediaTypes } from '@repere/db/vocabulary/file.ts'
import { day, id, instant } from './shapes.ts'

/** The document sent for a credential. `file` is null once it was deleted: the hash of what was sent stays. */
export const evidence = z
  .strictObject({
    id,
    sha256: z.string(),
    uploadedAt: instant,
    file: z
      .strictObject({
        name: z.string(),
        mediaType: z.enum(mediaTypes),
        sizeBytes: z.int(),
        deletedOn: day
          .nullable()
          .openapi({ description: 'Ninety days after the decision; null before one.' }),
      })
      .nullable(),
  })
  .openapi('Evidence')

export type EvidenceShape = z.infer<typeof evidence>

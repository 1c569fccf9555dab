import { z } from '@hono/zod-openapi'
import { instant } from './shapes.ts'

/**
 * What the registry asked the owner of a credential or a company, and what they answered. `askedAt`: since when they
 * have a question to answer. `open`: they may write.
 */
export const inquiryThread = z
  .strictObject({
    askedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    open: z.boolean(),
    messages: z.array(
      z.strictObject({ by: z.enum(['registrar', 'owner']), body: z.string(), sentAt: instant }),
    ),
  })
  .openapi('InquiryThread')

export type InquiryThreadShape = z.infer<typeof inquiryThread>

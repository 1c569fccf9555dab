import { z } from '@hono/zod-openapi'

/** How long somebody takes to answer, once there are answers enough for it to say something. */
export const ResponseTime = z
  .object({ medianHours: z.int().min(0), answers: z.int() })
  .openapi('ResponseTime')

export type ResponseTime = z.infer<typeof ResponseTime>

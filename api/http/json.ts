import type { z } from '@hono/zod-openapi'

/** A request whose body is this JSON. */
export const jsonBody = <Shape extends z.ZodType>(schema: Shape) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

/** An answer of this JSON. */
export const jsonAnswer = <Shape extends z.ZodType>(description: string, schema: Shape) => ({
  description,
  content: { 'application/json': { schema } },
})

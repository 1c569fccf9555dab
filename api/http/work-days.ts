import type { z } from '@hono/zod-openapi'
import { type Day, daysBetween } from '@repere/db/vocabulary/day.ts'
import { day } from './shapes.ts'

/** From script to final report no work lasts longer, in days. */
export const longestSpan = 1_100

/** A day somebody could work on: within this century, so that a mistyped year is refused. */
export const workDay = day.refine(
  (text) => text >= '2000-01-01' && text <= '2099-12-31',
  'A day between 2000 and 2099 is expected.',
)

/** Whether these days lie within the longest span. */
export const withinSpan = (days: readonly Day[]): boolean => {
  const sorted = [...days].sort()
  const [first, last] = [sorted.at(0), sorted.at(-1)]
  return !first || !last || daysBetween(first, last) < longestSpan
}

/** Scattered days, in order, each once. */
export const daysIn = (array: z.ZodArray<typeof workDay>) =>
  array
    .min(1)
    .max(longestSpan)
    .overwrite((days) => [...new Set(days)].sort())
    .refine(withinSpan, `The days must lie within ${longestSpan} days.`)

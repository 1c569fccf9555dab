import { z } from '@hono/zod-openapi'
import { isDay } from '@repere/db/vocabulary/day.ts'
import { withoutTurns } from '@repere/db/vocabulary/line.ts'

/** Neither control characters nor halves of characters: Postgres refuses the first, no page can show the second. */
const isLine = (text: string): boolean => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)
const isText = (text: string): boolean => isLine(text.replace(/[\n\t]/g, ' '))

/** One line of words: trimmed, composed (NFC), without signs of direction, between so many characters. */
export const line = (most: number, least = 0) =>
  z
    .string()
    .overwrite(withoutTurns)
    .trim()
    .normalize('NFC')
    .min(least)
    .max(most)
    .refine(isLine, 'must be one line of text')

/** Words that may run over several lines; line ends become `\n`. */
export const paragraphs = (most: number, least = 0) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n'))
    .trim()
    .normalize('NFC')
    .min(least)
    .max(most)
    .refine(isText, 'must be text without control characters')

/** A line that may be absent, null or empty: all three mean that nothing is said. */
export const optionalLine = (most: number) =>
  line(most)
    .nullish()
    .transform((text) => text || null)

/** A civil day that exists. */
export const day = z
  .string()
  .refine(isDay, 'must be a day that exists, as YYYY-MM-DD')
  .openapi({ format: 'date', example: '2027-03-08' })

/** An instant as it leaves: RFC 3339, UTC. */
export const instant = z.string().openapi({ format: 'date-time', example: '2027-03-08T09:30:00.000Z' })

/** An id in a path or a body. */
export const id = z.uuid()

/** The place in a list: `page` from 1, `perPage` at most 50. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  perPage: z.coerce.number().int().min(1).max(50).default(20),
}

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    total: z.int().min(0),
    page: z.int().min(1),
    perPage: z.int().min(1),
  })

import { createRoute, z } from '@hono/zod-openapi'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant } from '../http/shapes.ts'

const Consent = z.strictObject({
  id,
  kind: z.string(),
  wording: z.string().describe('Version of the text that was agreed to.'),
  givenAt: instant,
  withdrawnAt: instant.nullable(),
})

const Reveal = z.strictObject({
  at: instant,
  bookingId: id,
  shownTo: z.string().describe('The company or the person; empty once they were erased.'),
  firstDay: day,
  lastDay: day,
})

export const readPrivacyRoute = createRoute({
  method: 'get',
  path: '/me/privacy',
  tags: ['data rights'],
  summary: 'What I agreed to, and who saw how to reach me',
  ...access('coordinator', 'production'),
  responses: {
    200: jsonAnswer(
      'The latest first',
      z.strictObject({ consents: z.array(Consent), reveals: z.array(Reveal) }).openapi('Privacy'),
    ),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})

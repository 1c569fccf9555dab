import { createRoute, z } from '@hono/zod-openapi'
import { access } from '../http/access.ts'
import { refusals } from '../http/problems.ts'

export const exportRoute = createRoute({
  method: 'post',
  path: '/me/export',
  tags: ['data rights'],
  summary: 'Everything about me, as a ZIP',
  description:
    'JSON and CSV of every column that is the account’s own, sealed texts opened; an ICS of own days and bookings; files that were sent in; a text that explains each. In the language of the account.',
  ...access('coordinator', 'production'),
  responses: {
    200: {
      description: 'The archive',
      content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...refusals('sign-in-required', 'wrong-role', 'confirmation-required', 'too-many-requests'),
  },
})

import { createRoute, z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { openToAll } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { createRouter } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { listKeptMails } from './repository.ts'

const devMailRoute = createRoute({
  method: 'get',
  path: '/dev/mail',
  tags: ['demonstration'],
  summary: 'The mails kept in the outbox',
  description:
    'In demonstration mode only; elsewhere this address does not exist. Newest first, a hundred at most.',
  ...openToAll,
  request: { query: z.strictObject({ to: z.string().max(254).optional() }) },
  responses: {
    200: jsonAnswer(
      'Newest first',
      z.array(
        z.strictObject({
          to: z.string(),
          subject: z.string(),
          text: z.string(),
          html: z.string(),
          sentAt: z.iso.datetime(),
        }),
      ),
    ),
    ...refusals('invalid-request', 'not-found'),
  },
})

export const mailRoutes = (deps: Deps) =>
  createRouter().openapi(devMailRoute, async (c) => {
    if (
      !deps.config.demo ||
      !isOurHost(c.req.header('x-forwarded-host') ?? c.req.header('host'), deps.config)
    )
      return refuse('not-found')
    const rows = await listKeptMails(deps.db, c.req.valid('query').to?.toLowerCase(), 100)
    const seal = deps.sealer.forPurpose('mail')
    const mails = rows.flatMap(({ recipient, contentSealed, createdAt }) => {
      if (!contentSealed) return []
      const { subject, text, html } = JSON.parse(seal.open(contentSealed))
      return [{ to: recipient, subject, text, html, sentAt: createdAt.toISOString() }]
    })
    return c.json(mails, 200)
  })

/**
 * Whether a request was made to this machine by name. A hostile page can point a name of its own at us and then read what
 * we answer; the mailbox holds links that sign people in, so it answers to our own names only.
 */
const isOurHost = (host: string | undefined, config: Pick<Config, 'origin'>): boolean =>
  host === undefined ||
  host === new URL(config.origin).host ||
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)

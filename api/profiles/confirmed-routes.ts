import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { type ConfirmedCreditShape, chooseConfirmedRoute, listConfirmedRoute } from './confirmed-contract.ts'
import type { ConfirmedCredit } from './confirmed-rules.ts'
import { chooseConfirmed, listOwnConfirmed } from './confirmed-service.ts'

export const confirmedCreditsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listConfirmedRoute, async (c) =>
      c.json({ items: (await listOwnConfirmed(deps, c.var.account)).map(present) }, 200),
    )
    .openapi(chooseConfirmedRoute, async (c) => {
      const { id } = c.req.valid('param')
      const { shown, creditId = null } = c.req.valid('json')
      return c.json(present(await chooseConfirmed(deps, c.var.account, id, { shown, creditId })), 200)
    })

const present = (credit: ConfirmedCredit): ConfirmedCreditShape => ({
  id: credit.id,
  bookingId: credit.bookingId,
  discipline: credit.discipline,
  kind: credit.kind,
  year: credit.year,
  role: credit.role,
  daysOnSet: credit.daysOnSet,
  title: credit.title,
  titleHiddenUntil: credit.titleHiddenUntil,
  confidential: credit.confidential,
  production: credit.production,
  shown: credit.shown,
  creditId: credit.creditId,
})

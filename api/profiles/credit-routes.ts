import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  addCreditRoute,
  changeCreditRoute,
  listCreditsRoute,
  moveCreditRoute,
  type OwnCreditShape,
  removeCreditRoute,
} from './credit-contract.ts'
import type { DatedCredit } from './credit-rules.ts'
import { addCredit, changeCredit, listOwnCredits, moveCredit, removeCredit } from './credit-service.ts'

export const creditsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listCreditsRoute, async (c) =>
      c.json(presentList(await listOwnCredits(deps, c.var.account)), 200),
    )
    .openapi(addCreditRoute, async (c) =>
      c.json(present(await addCredit(deps, c.var.account, c.req.valid('json'))), 201),
    )
    .openapi(changeCreditRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(present(await changeCredit(deps, c.var.account, id, c.req.valid('json'))), 200)
    })
    .openapi(moveCreditRoute, async (c) => {
      const { position } = c.req.valid('json')
      const { id } = c.req.valid('param')
      return c.json(presentList(await moveCredit(deps, c.var.account, id, position)), 200)
    })
    .openapi(removeCreditRoute, async (c) => {
      await removeCredit(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })

const presentList = (credits: readonly DatedCredit[]) => ({
  items: credits.map(present),
  total: credits.length,
  page: 1,
  perPage: Math.max(credits.length, 1),
})

const present = (credit: DatedCredit): OwnCreditShape => ({
  id: credit.id,
  title: credit.title,
  confidentialUntil: credit.confidentialUntil,
  confidential: credit.confidential,
  kind: credit.kind,
  year: credit.year,
  role: credit.role,
  production: credit.production,
  link: credit.link,
})

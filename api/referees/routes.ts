import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  answerRefereeRoute,
  answerRequestRoute,
  askRefereeRoute,
  chooseRefereeRoute,
  getRefereeRoute,
  listRefereesRoute,
  type OfferedRefereeShape,
  type RefereeShape,
  requestRefereeRoute,
} from './contract.ts'
import type { AgreedReferee } from './repository.ts'
import {
  answerReferee,
  answerRequest,
  askReferee,
  chooseAudience,
  type RefereeView,
  readOffered,
  readReferee,
  requestReferee,
} from './service.ts'

export const refereesRoutes = (deps: Deps) =>
  createRouter()
    .openapi(getRefereeRoute, async (c) =>
      c.json(present(await readReferee(deps, c.var.account, c.req.valid('param').id)), 200),
    )
    .openapi(askRefereeRoute, async (c) =>
      c.json(present(await askReferee(deps, c.var.account, c.req.valid('param').id)), 200),
    )
    .openapi(answerRefereeRoute, async (c) => {
      const { consent } = c.req.valid('json')
      return c.json(present(await answerReferee(deps, c.var.account, c.req.valid('param').id, consent)), 200)
    })
    .openapi(chooseRefereeRoute, async (c) => {
      const { audience } = c.req.valid('json')
      return c.json(
        present(await chooseAudience(deps, c.var.account, c.req.valid('param').id, audience)),
        200,
      )
    })
    .openapi(listRefereesRoute, async (c) => {
      const items = await readOffered(deps, c.var.account, c.req.valid('param').slug)
      return c.json({ items: items.map(presentOffered) }, 200)
    })
    .openapi(requestRefereeRoute, async (c) => {
      const { referee } = c.req.valid('json')
      const items = await requestReferee(deps, c.var.account, c.req.valid('param').slug, referee)
      return c.json({ items: items.map(presentOffered) }, 200)
    })
    .openapi(answerRequestRoute, async (c) => {
      await answerRequest(deps, c.var.account, c.req.valid('param').id, c.req.valid('json').agree)
      return c.body(null, 204)
    })

const present = ({ requests, ...view }: RefereeView): RefereeShape => ({
  ...view,
  requests: requests.map((request) => ({
    id: request.id,
    state: request.state,
    askedAt: request.askedAt.toISOString(),
    company: request.legalName,
    name: request.contactName,
    function: request.contactFunction,
  })),
})

/** Who it is stays unsaid until they said yes. */
const presentOffered = (one: AgreedReferee): OfferedRefereeShape => ({
  id: one.id,
  discipline: one.discipline,
  kind: one.kind,
  year: one.year,
  request: one.requestState,
  contact:
    one.requestState === 'agreed'
      ? {
          company: one.legalName,
          name: one.contactName,
          function: one.contactFunction,
          email: one.email,
          phone: one.contactPhone,
        }
      : null,
})

import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  acceptPairRoute,
  askPairRoute,
  endPairRoute,
  listPairsRoute,
  type MentoringPairShape,
} from './contract.ts'
import type { Pair } from './repository.ts'
import { agree, askPair, end, listMine } from './service.ts'

export const mentoringRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listPairsRoute, async (c) => {
      const items = (await listMine(deps, c.var.account)).map(present)
      return c.json({ items, total: items.length, page: 1, perPage: Math.max(items.length, 1) }, 200)
    })
    .openapi(askPairRoute, async (c) =>
      c.json(present(await askPair(deps, c.var.account, c.req.valid('json'))), 201),
    )
    .openapi(acceptPairRoute, async (c) =>
      c.json(present(await agree(deps, c.var.account, c.req.valid('param').id)), 200),
    )
    .openapi(endPairRoute, async (c) => {
      await end(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })

const present = (pair: Pair): MentoringPairShape => ({
  id: pair.id,
  with: { slug: pair.slug, displayName: pair.displayName },
  side: pair.side,
  discipline: pair.discipline,
  state: pair.acceptedAt ? 'accepted' : 'asked',
  askedByMe: pair.askedBy === pair.side,
  askedAt: pair.askedAt.toISOString(),
  acceptedAt: pair.acceptedAt?.toISOString() ?? null,
})

import { daysOf } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { type BlockShape, liftBlockRoute, listBlocksRoute, setBlockRoute } from './contract.ts'
import { liftBlock, type OwnBlock, readBlocks, setBlock } from './service.ts'

export const blocksRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listBlocksRoute, async (c) => {
      const blocks = await readBlocks(deps, c.var.account, c.req.valid('query').booking)
      return c.json({ items: blocks.map(present) }, 200)
    })
    .openapi(setBlockRoute, async (c) =>
      c.json(present(await setBlock(deps, c.var.account, c.req.valid('json'))), 201),
    )
    .openapi(liftBlockRoute, async (c) => {
      await liftBlock(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })

const present = ({ id, accountId, createdAt, legalName, displayName, live }: OwnBlock): BlockShape => ({
  id,
  who: accountId === null ? 'company' : 'person',
  name: displayName ?? legalName ?? '',
  company: legalName,
  since: createdAt.toISOString(),
  live: live.map((booking) => ({
    id: booking.id,
    state: booking.state,
    version: booking.version,
    days: daysOf(booking.days),
  })),
})

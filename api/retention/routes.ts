import type { RetentionRule } from '@repere/db/vocabulary/retention.ts'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { changeableRules, changePeriodRoute, type RetentionShape, readRetentionRoute } from './contract.ts'
import { changePeriod, readRetention } from './service.ts'

export const retentionRoutes = (deps: Deps) =>
  createRouter()
    .openapi(readRetentionRoute, async (c) => c.json(present(await readRetention(deps)), 200))
    .openapi(changePeriodRoute, async (c) => {
      const { rule, days } = c.req.valid('json')
      await changePeriod(deps, c.var.account, rule, days)
      return c.body(null, 204)
    })

const present = ({ items, keys }: Awaited<ReturnType<typeof readRetention>>): RetentionShape => ({
  items: items.map(({ changedAt, ...period }) => ({
    ...period,
    changeable: (changeableRules as RetentionRule[]).includes(period.rule),
    changedAt: changedAt?.toISOString() ?? null,
  })),
  keys,
})

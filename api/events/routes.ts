import type { Deps } from '../deps.ts'
import { csvHeaders } from '../http/csv.ts'
import { createRouter } from '../http/router.ts'
import { downloadTrailRoute, listTrailRoute, type TrailLine } from './contract.ts'
import { exportTrail, readTrail } from './trail.ts'

export const eventsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listTrailRoute, async (c) => {
      const { page, perPage, before, ...asked } = c.req.valid('query')
      const { items, ...rest } = await readTrail(deps, toFilter(asked), { before, page, perPage })
      return c.json({ items: items.map(presentLine), page, perPage, ...rest }, 200)
    })
    .openapi(downloadTrailRoute, async (c) => {
      const csv = await exportTrail(deps, c.var.account, toFilter(c.req.valid('query')))
      return c.body(csv, 200, csvHeaders('audit.csv'))
    })

const toFilter = <Asked extends { subject?: string | undefined; actor?: string | undefined }>({
  subject,
  actor,
  ...filter
}: Asked) => ({
  ...filter,
  ...(subject !== undefined && { subjectId: subject }),
  ...(actor !== undefined && { actorId: actor }),
})

const presentLine = (line: Awaited<ReturnType<typeof readTrail>>['items'][number]): TrailLine => ({
  id: line.id,
  at: line.at.toISOString(),
  actor: { id: line.actorId, role: line.actorRole },
  kind: line.kind,
  subject: { kind: line.subjectKind, id: line.subjectId },
  facts: line.facts,
  sealed: line.sealed,
})

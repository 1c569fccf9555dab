import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { readSearchIndexRoute, type SearchIndexShape } from './contract.ts'
import { readSearchIndex } from './service.ts'

export const searchIndexRoutes = (deps: Deps) =>
  createRouter().openapi(readSearchIndexRoute, async (c) => c.json(present(await readSearchIndex(deps)), 200))

const present = (index: Awaited<ReturnType<typeof readSearchIndex>>): SearchIndexShape => ({
  ...index,
  waitingSince: index.waitingSince?.toISOString() ?? null,
  underWay: index.underWay && { ...index.underWay, beganAt: index.underWay.beganAt.toISOString() },
  lastFill: index.lastFill && withInstants(index.lastFill),
  comparisons: index.comparisons.map(withInstants),
})

const withInstants = <Span extends { beganAt: Date; endedAt: Date }>(span: Span) => ({
  ...span,
  beganAt: span.beganAt.toISOString(),
  endedAt: span.endedAt.toISOString(),
})

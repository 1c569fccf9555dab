import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  answerCompletionRoute,
  type CompletionShape,
  getCompletionRoute,
  listAwaitingRoute,
} from './contract.ts'
import { answerCompletion, type CompletionView, readAwaiting, readCompletion } from './service.ts'

export const completionsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(getCompletionRoute, async (c) =>
      c.json(present(await readCompletion(deps, c.var.account, c.req.valid('param').id)), 200),
    )
    .openapi(answerCompletionRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(present(await answerCompletion(deps, c.var.account, id, c.req.valid('json'))), 200)
    })
    .openapi(listAwaitingRoute, async (c) => c.json({ items: await readAwaiting(deps, c.var.account) }, 200))

const present = ({ answer, isOwners, ...view }: CompletionView): CompletionShape => ({
  ...view,
  outcome: answer?.outcome ?? null,
  role: answer?.role ?? null,
  daysOnSet: answer?.daysOnSet ?? null,
  title: answer?.title ?? null,
  titleHiddenUntil: answer?.titleHiddenUntil ?? null,
  answeredAt: answer?.changedAt.toISOString() ?? null,
  creditId: isOwners && answer?.outcome === 'confirmed' ? answer.id : null,
  shown: isOwners && answer?.outcome === 'confirmed' ? answer.shownAt !== null : null,
})

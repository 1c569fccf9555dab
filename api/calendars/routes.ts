import { leftOutReasons } from '@repere/db/vocabulary/calendar.ts'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  applyImportRoute,
  type CalendarImportShape,
  changeFeedRoute,
  closeFeedRoute,
  forgetPreviewRoute,
  getFeedRoute,
  getImportRoute,
  openFeedRoute,
  readFileRoute,
  removeImportRoute,
  serveFeedRoute,
} from './contract.ts'
import {
  applyImport,
  bringFile,
  changeFeed,
  closeFeed,
  forgetPreview,
  openFeed,
  readFeed,
  readImports,
  removeImport,
  serveFeed,
} from './service.ts'

export const calendarsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(getImportRoute, async (c) => c.json(present(await readImports(deps, c.var.account)), 200))
    .openapi(readFileRoute, async (c) => {
      await bringFile(deps, c.var.account, c.req.valid('form'))
      return c.json(present(await readImports(deps, c.var.account)), 201)
    })
    .openapi(applyImportRoute, async (c) => {
      await applyImport(deps, c.var.account, c.req.valid('json').id)
      return c.json(present(await readImports(deps, c.var.account)), 200)
    })
    .openapi(forgetPreviewRoute, async (c) => {
      await forgetPreview(deps, c.var.account)
      return c.body(null, 204)
    })
    .openapi(removeImportRoute, async (c) => {
      await removeImport(deps, c.var.account)
      return c.body(null, 204)
    })
    .openapi(getFeedRoute, async (c) => c.json(presentFeed(await readFeed(deps, c.var.account)), 200))
    .openapi(openFeedRoute, async (c) =>
      c.json({ url: await openFeed(deps, c.var.account, c.req.valid('json')) }, 201),
    )
    .openapi(changeFeedRoute, async (c) => {
      await changeFeed(deps, c.var.account, c.req.valid('json'))
      return c.json(presentFeed(await readFeed(deps, c.var.account)), 200)
    })
    .openapi(closeFeedRoute, async (c) => {
      await closeFeed(deps, c.var.account)
      return c.body(null, 204)
    })

/** What calendar programs read, beside the API: its address is a secret, and no session is asked for. */
export const calendarFilesRoutes = (deps: Deps) =>
  createRouter().openapi(serveFeedRoute, async (c) => {
    await deps.limits.spend('calendar-feed', [c.var.address])
    const { content, tag } = await serveFeed(deps, c.req.valid('param').file)
    c.header('etag', tag)
    c.header('cache-control', 'private, no-cache')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    return c.body(content, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="repere.ics"',
    })
  })

const presentFeed = (feed: Awaited<ReturnType<typeof readFeed>>) => ({
  feed: feed
    ? {
        options: feed.options,
        names: feed.names,
        createdAt: feed.createdAt.toISOString(),
        lastReadAt: feed.lastReadAt?.toISOString() ?? null,
      }
    : null,
})

type Imports = Awaited<ReturnType<typeof readImports>>

const present = ({ applied, preview }: Imports): CalendarImportShape => ({
  applied: applied && {
    ...presentFile(applied),
    appliedAt: (applied.appliedAt ?? applied.readAt).toISOString(),
  },
  preview: preview && {
    ...presentFile(preview),
    id: preview.id,
    added: preview.added,
    dropped: preview.dropped,
  },
})

const presentFile = (file: NonNullable<Imports['applied']>) => ({
  scope: file.scope,
  window: file.readWindow,
  busy: file.busy,
  tentative: file.tentative,
  events: file.events,
  leftOut: leftOutReasons.flatMap((reason) => {
    const count = file.leftOut[reason]
    return count ? [{ reason, count }] : []
  }),
  readAt: file.readAt.toISOString(),
})

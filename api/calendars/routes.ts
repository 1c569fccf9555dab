import { leftOutReasons } from '@repere/db/vocabulary/calendar.ts'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  applyImportRoute,
  type CalendarImportShape,
  forgetPreviewRoute,
  getImportRoute,
  readFileRoute,
  removeImportRoute,
} from './contract.ts'
import { applyImport, bringFile, forgetPreview, readImports, removeImport } from './service.ts'

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

import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  type CalendarShape,
  confirmCalendarRoute,
  getCalendarRoute,
  ownDaysRoute,
  putCalendarRoute,
  undoRoute,
} from './contract.ts'
import { confirm, type OwnCalendarView, readCalendar, readDays, undo, writeCalendar } from './service.ts'

export const availabilityRoutes = (deps: Deps) =>
  createRouter()
    .openapi(getCalendarRoute, async (c) => c.json(present(await readCalendar(deps, c.var.account)), 200))
    .openapi(putCalendarRoute, async (c) =>
      c.json(present(await writeCalendar(deps, c.var.account, c.req.valid('json'))), 200),
    )
    .openapi(confirmCalendarRoute, async (c) =>
      c.json(present(await confirm(deps, c.var.account, c.req.valid('json').knownUntil)), 200),
    )
    .openapi(undoRoute, async (c) =>
      c.json(present(await undo(deps, c.var.account, c.req.valid('json').version)), 200),
    )
    .openapi(ownDaysRoute, async (c) =>
      c.json({ days: await readDays(deps, c.var.account, c.req.valid('query')) }, 200),
    )

const present = (calendar: OwnCalendarView): CalendarShape => ({
  blocks: calendar.blocks.map(({ from, to, kind, source, reason, note, importedAt }) => ({
    from,
    to,
    kind,
    source,
    reason,
    note,
    importedAt: importedAt?.toISOString() ?? null,
  })),
  weekly: calendar.weekly.map(({ weekday, rule }) => ({ weekday, rule })),
  knownUntil: calendar.knownUntil,
  confirmedAt: calendar.confirmedAt?.toISOString() ?? null,
  staleOn: calendar.staleOn,
  version: calendar.version,
  undoableAt: calendar.undoableAt?.toISOString() ?? null,
})

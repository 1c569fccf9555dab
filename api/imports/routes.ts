import type { ImportProblem } from '@repere/db/vocabulary/import.ts'
import { invitationStates } from '@repere/db/vocabulary/invitation.ts'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { requireFresh } from '../sessions/service.ts'
import {
  bringListRoute,
  cancelImportRoute,
  type ImportDetailShape,
  type ImportLineShape,
  type ImportShape,
  listImportsRoute,
  listLinesRoute,
  mapColumnsRoute,
  readImportRoute,
  startImportRoute,
} from './contract.ts'
import { type ImportDetail, type ReadRow, readImport, readImports, readRows } from './read.ts'
import type { ImportRecord } from './repository.ts'
import { progressOf } from './rules.ts'
import { bringList, cancelImport, mapColumns, startSending } from './service.ts'

export const importsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(bringListRoute, async (c) => {
      await deps.limits.spend('list-upload', [c.var.account.id])
      const { file, ...told } = c.req.valid('form')
      const id = await bringList(deps, registrar(c.var.account), told, await file.bytes())
      return c.json(present(await readImport(deps, id)), 201)
    })
    .openapi(listImportsRoute, async (c) => {
      const place = c.req.valid('query')
      const { items, total } = await readImports(deps, place)
      return c.json({ items: items.map(present), total, ...place }, 200)
    })
    .openapi(readImportRoute, async (c) =>
      c.json(presentDetail(await readImport(deps, c.req.valid('param').id)), 200),
    )
    .openapi(listLinesRoute, async (c) => {
      const { page, perPage, ...filter } = c.req.valid('query')
      const { items, total } = await readRows(deps, c.req.valid('param').id, filter, { page, perPage })
      return c.json({ items: items.map(presentLine), total, page, perPage }, 200)
    })
    .openapi(mapColumnsRoute, async (c) => {
      const { id } = c.req.valid('param')
      await mapColumns(deps, id, c.req.valid('json'))
      return c.json(presentDetail(await readImport(deps, id)), 200)
    })
    .openapi(startImportRoute, async (c) => {
      requireFresh(deps, c.var.account)
      const { id } = c.req.valid('param')
      await startSending(deps, registrar(c.var.account), id)
      return c.json(presentDetail(await readImport(deps, id)), 200)
    })
    .openapi(cancelImportRoute, async (c) => {
      const { id } = c.req.valid('param')
      await cancelImport(deps, registrar(c.var.account), id)
      return c.json(presentDetail(await readImport(deps, id)), 200)
    })

const registrar = ({ id }: { id: string }) => ({ id, role: 'registrar' as const })

const present = (list: ImportRecord): ImportShape => ({
  id: list.id,
  createdAt: list.createdAt.toISOString(),
  inviter: list.inviter,
  source: list.source,
  locale: list.locale,
  encoding: list.encoding,
  separator: list.separator,
  state: list.state,
  rows: list.rowCount,
  ready: list.readyCount,
  problem: list.problemCount,
  skipped: list.skippedCount,
  invited: list.invitedCount,
  progress: progressOf(list.state, list),
  checkedAt: list.checkedAt?.toISOString() ?? null,
  startedAt: list.startedAt?.toISOString() ?? null,
  endedAt: list.endedAt?.toISOString() ?? null,
})

const presentDetail = (list: ImportDetail): ImportDetailShape => ({
  ...present(list),
  columns: list.columns,
  problems: Object.entries(list.problems).map(([code, rows]) => ({ code: code as ImportProblem, rows })),
  letter: list.letter && { to: list.letter.to, subject: list.letter.subject, text: list.letter.text },
  answers: invitationStates.map((state) => ({ state, count: list.answers[state] ?? 0 })),
  mails: list.mails,
})

const presentLine = (row: ReadRow): ImportLineShape => ({
  number: row.number,
  state: row.state,
  name: row.name,
  email: row.email,
  cells: row.cells,
  problems: row.problems.map(({ code, column }) => ({ code, column: column ?? null })),
  invitation:
    row.invitationId && row.answer && row.mailedAt && row.expiresAt
      ? {
          id: row.invitationId,
          state: row.answer,
          mail: row.mail === 'kept' ? 'sent' : row.mail,
          mailedAt: row.mailedAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
          closedAt: row.closedAt?.toISOString() ?? null,
        }
      : null,
})

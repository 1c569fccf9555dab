import type { Deps } from '../deps.ts'
import { presentRevision } from '../http/history.ts'
import { createRouter } from '../http/router.ts'
import {
  addEntryRoute,
  type CatalogueEntryShape,
  editEntryRoute,
  getEntryRoute,
  listEntriesRoute,
  listHistoryRoute,
  moveEntryRoute,
  openEntryRoute,
  putBackRoute,
  retireEntryRoute,
} from './contract.ts'
import {
  addEntry,
  type Entry,
  editEntry,
  getEntry,
  moveEntry,
  openEntry,
  putBack,
  readDesk,
  readHistory,
  retireEntry,
} from './service.ts'

export const catalogueRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listEntriesRoute, async (c) => {
      const { entries, toCheck } = await readDesk(deps, c.req.valid('query'))
      return c.json({ entries: entries.map(present), toCheck }, 200)
    })
    .openapi(addEntryRoute, async (c) => {
      const { code, fields } = c.req.valid('json')
      return c.json(present(await addEntry(deps, c.var.account, code, fields)), 201)
    })
    .openapi(getEntryRoute, async (c) =>
      c.json(present(await getEntry(deps.db, c.req.valid('param').id)), 200),
    )
    .openapi(editEntryRoute, async (c) => {
      const { version, fields } = c.req.valid('json')
      const seen = { id: c.req.valid('param').id, version }
      return c.json(present(await editEntry(deps, c.var.account, seen, fields)), 200)
    })
    .openapi(retireEntryRoute, async (c) => {
      const { version, retired } = c.req.valid('json')
      const seen = { id: c.req.valid('param').id, version }
      return c.json(present(await retireEntry(deps, c.var.account, seen, retired)), 200)
    })
    .openapi(moveEntryRoute, async (c) => {
      const { version, place } = c.req.valid('json')
      const seen = { id: c.req.valid('param').id, version }
      return c.json(present(await moveEntry(deps, c.var.account, seen, place)), 200)
    })
    .openapi(openEntryRoute, async (c) => {
      const { version } = c.req.valid('json')
      return c.json(
        present(await openEntry(deps, c.var.account, { id: c.req.valid('param').id, version })),
        200,
      )
    })
    .openapi(listHistoryRoute, async (c) => {
      const { page, perPage } = c.req.valid('query')
      const { items, total } = await readHistory(deps, c.req.valid('param').id, { page, perPage })
      return c.json({ items: items.map(presentRevision), total, page, perPage }, 200)
    })
    .openapi(putBackRoute, async (c) => {
      const { version, restore } = c.req.valid('json')
      const seen = { id: c.req.valid('param').id, version }
      return c.json(present(await putBack(deps, c.var.account, seen, restore)), 200)
    })

const present = ({ id, code, version, place, retired, heldBy, fields }: Entry): CatalogueEntryShape => ({
  id,
  code,
  version,
  place,
  retired,
  heldBy,
  fields,
})

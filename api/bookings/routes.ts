import type { Deps } from '../deps.ts'
import { readIdempotencyKey } from '../http/idempotency.ts'
import { createRouter } from '../http/router.ts'
import {
  getBookingRoute,
  listBookingsRoute,
  listMessagesRoute,
  moveBookingRoute,
  readThreadRoute,
  requestBookingRoute,
  tellOthersRoute,
  writeMessageRoute,
} from './contract.ts'
import { tellOthers } from './others.ts'
import {
  listOwnBookings,
  markThreadRead,
  moveBooking,
  readBooking,
  readMessages,
  sendRequest,
  writeMessage,
} from './service.ts'

export const bookingsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listBookingsRoute, async (c) => {
      const { state, project, page, perPage } = c.req.valid('query')
      const filter = { states: state, projectId: project, page, perPage }
      return c.json(await listOwnBookings(deps, c.var.account, filter), 200)
    })
    .openapi(requestBookingRoute, async (c) => {
      const { body } = await sendRequest(deps, c.var.account, c.req.valid('json'), readIdempotencyKey(c))
      return c.json(body, 201)
    })
    .openapi(getBookingRoute, async (c) => {
      return c.json(await readBooking(deps, c.var.account, c.req.valid('param').id), 200)
    })
    .openapi(moveBookingRoute, async (c) => {
      const { id } = c.req.valid('param')
      const { body } = await moveBooking(deps, c.var.account, id, c.req.valid('json'), readIdempotencyKey(c))
      return c.json(body, 200)
    })
    .openapi(tellOthersRoute, async (c) => {
      return c.json(await tellOthers(deps, c.var.account, c.req.valid('param').id), 200)
    })
    .openapi(listMessagesRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await readMessages(deps, c.var.account, id, c.req.valid('query')), 200)
    })
    .openapi(readThreadRoute, async (c) => {
      const { id } = c.req.valid('param')
      await markThreadRead(deps, c.var.account, id, c.req.valid('json').through)
      return c.body(null, 204)
    })
    .openapi(writeMessageRoute, async (c) => {
      await deps.limits.spend('message', [c.var.account.id])
      const { id } = c.req.valid('param')
      return c.json(await writeMessage(deps, c.var.account, id, c.req.valid('json').body), 201)
    })

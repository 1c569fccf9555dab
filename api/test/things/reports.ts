import { aProduction, aProject, aRequest } from '../bookings.ts'
import { api, callers, world } from '../world.ts'
import { aBooking } from './bookings.ts'
import type { Thing } from './thing.ts'

export const ownBlock = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { body: list } = await client.get('/api/me/blocks')
  for (const { id } of list.items) await client.delete(`/api/me/blocks/${id}`)
  const { body } = await client.post('/api/me/blocks', { bookingId: await aBooking(), who: 'company' })
  // Lifted by whoever knows it when the row is tried; until then it must not stand in the way of other requests.
  return { id: body.id, known: ['coordinator'] }
}

/** With a production of its own: one that stands still keeps its two sides from asking anew. */
const aReport = async () => {
  const production = await aProduction(api)
  const asked = await aRequest(production, world.coordinator, await aProject(api, production))
  const { body } = await world.coordinator.client.post('/api/reports', {
    subject: 'booking',
    bookingId: asked.id,
    reason: 'other',
    words: 'Un essai.',
  })
  return body.id as string
}

export const openReport = async (): Promise<Thing> => ({ id: await aReport(), known: ['registrar'] })

export const statement = async (): Promise<Thing> => {
  const id = await aReport()
  const decision = { outcome: 'warning', ground: 'respect', facts: 'Lu.' }
  await world.registrar.client.post(`/api/registrar/reports/${id}/decisions`, decision)
  const { items } = (await world.coordinator.client.get('/api/me/reports')).body
  return { id: items[0].token, known: callers }
}

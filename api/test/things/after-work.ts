import { dayFromNow } from '../bookings.ts'
import { api, world } from '../world.ts'
import { aBooking } from './bookings.ts'
import type { Thing } from './thing.ts'

/** A booking whose days have passed: written as it stood before them, since the clock of this world stands still. */
export const completedBooking = async (): Promise<Thing> => {
  const id = await aBooking()
  await makeCompleted(id)
  return { id, known: ['coordinator', 'production'] }
}

const makeCompleted = async (id: string): Promise<void> => {
  const [at, days] = [dayFromNow(api, -30), `{[${dayFromNow(api, -9)},${dayFromNow(api, -7)})}`]
  await api.database.db
    .updateTable('booking')
    .set({ state: 'completed', days, exclusiveDays: days, confirmedAt: new Date(at), expiresAt: null })
    .where('id', '=', id)
    .execute()
}

/** The same with its credit confirmed … */
export const creditedBooking = async (): Promise<Thing> => {
  const booking = await completedBooking()
  await world.production.client.put(`/api/bookings/${booking.id}/credit`, { outcome: 'confirmed' })
  return booking
}

export const confirmedCredit = async (): Promise<Thing> => {
  const { id } = await creditedBooking()
  const { body } = await world.coordinator.client.get(`/api/bookings/${id}/credit`)
  return { id: body.creditId, known: ['coordinator'] }
}

/** … and with a production that agreed to be asked about it. */
export const refereedBooking = async (): Promise<Thing> => {
  const booking = await creditedBooking()
  await world.coordinator.client.post(`/api/bookings/${booking.id}/referee`)
  await world.production.client.put(`/api/bookings/${booking.id}/referee`, { consent: true })
  return booking
}

export const refereeRequest = async (): Promise<Thing> => {
  const { id } = await refereedBooking()
  const path = `/api/coordinators/${world.coordinator.slug}/referees`
  const { id: referee } = await api.database.db
    .selectFrom('referee')
    .select('id')
    .where('bookingId', '=', id)
    .executeTakeFirstOrThrow()
  await world.otherProduction.client.post(path, { referee })
  const { body } = await world.production.client.get(`/api/bookings/${id}/referee`)
  return { id: body.requests[0].id, known: ['production'] }
}

import { aProject, aRequest, dayFromNow, describedBrief, move } from '../bookings.ts'
import { api, world } from '../world.ts'
import type { Thing } from './thing.ts'

export const project = { title: 'Titre', type: 'series', discipline: 'intimacy' }

let day = 40

export const aBooking = async () => {
  day += 1
  const asked = await aProject(api, world.production, { days: [dayFromNow(api, day)], brief: describedBrief })
  return (await aRequest(world.production, world.coordinator, asked)).id
}

export const booking = async (): Promise<Thing> => ({
  id: await aBooking(),
  known: ['coordinator', 'production', 'registrar'],
})

export const confirmedBooking = async (): Promise<Thing> => {
  const id = await aBooking()
  await move(world.coordinator, id, 'accept', 1)
  await move(world.production, id, 'confirm', 2)
  return { id, known: ['coordinator', 'production'] }
}

export const ownProject = async (): Promise<Thing> => ({
  id: (await aProject(api, world.production)).id,
  known: ['production'],
})

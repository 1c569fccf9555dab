import { randomUUID } from 'node:crypto'
import { toStopToken } from '../../saved-searches/stops.ts'
import { api, callers, world } from '../world.ts'
import type { Thing } from './thing.ts'

/** A search the coordinator keeps: asks something nobody kept before. */
export const ownSavedSearch = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { items } = (await client.get('/api/me/saved-searches')).body
  for (const { id } of items) await client.delete(`/api/me/saved-searches/${id}`)
  const query = `q=${randomUUID().slice(0, 8)}`
  const { body } = await client.post('/api/me/saved-searches', { query })
  return { id: body.id, known: ['coordinator'] }
}

export const deletedSavedSearch = async (): Promise<Thing> => {
  const thing = await ownSavedSearch()
  await world.coordinator.client.delete(`/api/me/saved-searches/${thing.id}`)
  return thing
}

export const aSearchStop = async (): Promise<Thing> => {
  const { id } = await ownSavedSearch()
  const title = { fr: 'Bretagne', en: 'Brittany' }
  return { id: toStopToken(api.deps.sealer, { accountId: world.coordinator.id, id, title }), known: callers }
}

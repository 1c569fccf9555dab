import { aCoordinator } from '../bookings.ts'
import { aForm, aPhoto } from '../files.ts'
import { signUp } from '../people.ts'
import { api, world } from '../world.ts'
import type { Thing } from './thing.ts'

export const credit = { title: 'Titre', kind: 'feature', year: 2025, role: 'coordination' }

/** A profile that was saved and not published: its own owner sees it elsewhere. */
export const draft = async (): Promise<Thing> => {
  const { client } = await signUp(api, 'coordinator')
  const { body } = await client.put('/api/me/profile', { displayName: 'Zoé', disciplines: ['intimacy'] })
  return { id: body.slug, known: [] }
}

/** A portrait nobody else is shown: its own name answers to its owner alone. */
export const ownPhoto = async (): Promise<Thing> => {
  const { body } = await world.coordinator.client.put('/api/me/profile/photo', aForm(await aPhoto()))
  return { id: body.id, known: ['coordinator'] }
}

export const ownCredit = async (): Promise<Thing> => ({
  id: (await world.coordinator.client.post('/api/me/credits', credit)).body.id,
  known: ['coordinator'],
})

/** A pair that somebody in training asked for: both halves know of it, nobody else does. */
export const waitingPair = async (): Promise<Thing> => {
  const { client, slug } = world.coordinator
  const profile = { displayName: 'Solène d’Arvigny', disciplines: ['intimacy'], regions: ['FR-BRE'] }
  await client.put('/api/me/profile', { ...profile, levels: { intimacy: 'experienced' } })
  const trainee = await aCoordinator(api, { displayName: 'Noé Stagiaire' })
  await trainee.client.put('/api/me/profile', { ...profile, levels: { intimacy: 'in-training' } })
  const asked = { coordinator: slug, side: 'trainee', discipline: 'intimacy' }
  const { body } = await trainee.client.post('/api/me/mentoring', asked)
  return { id: body.id, known: ['coordinator'] }
}

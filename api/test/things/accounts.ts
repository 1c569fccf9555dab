import { toToken } from '../../notifications/way-out.ts'
import { aProduction } from '../bookings.ts'
import { testPassword } from '../people.ts'
import { api, callers, world } from '../world.ts'
import type { Thing } from './thing.ts'

export const company = {
  legalName: 'Une société',
  country: 'BE',
  registration: 'X-1',
  agreement: 'foreign',
  contactName: 'Inès',
  contactFunction: 'productrice',
}

export const ownSession = async (): Promise<Thing> => {
  const { email } = world.coordinator
  const elsewhere = api.visitor()
  await elsewhere.post('/api/sessions', { email, password: testPassword })
  const { body } = await elsewhere.get('/api/me/sessions')
  return { id: body.items.find(({ current }: { current: boolean }) => current).id, known: ['coordinator'] }
}

export const waitingCompany = async (): Promise<Thing> => {
  const { client } = await aProduction(api, { verified: false })
  await client.get('/api/companies/current')
  const { body } = await world.registrar.client.get('/api/registrar/companies?state=unverified&perPage=50')
  return { id: body.items.at(-1).id, known: ['registrar'] }
}

export const aWayOut = async (): Promise<Thing> => {
  const way = { accountId: world.coordinator.id, kinds: ['messages'], from: 'at-once', locale: 'fr' } as const
  return { id: toToken(api.deps.sealer, { ...way, kinds: [...way.kinds] }), known: callers }
}

/** The address of a calendar stands for itself: whoever holds it may read what its owner put there. */
export const aFeed = async (): Promise<Thing> => {
  const { body } = await world.coordinator.client.post('/api/me/calendar-feed', {})
  return { id: body.url.split('/').at(-1), known: callers }
}

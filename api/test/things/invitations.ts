import { workImports } from '../../imports/service.ts'
import { freshAddress } from '../api.ts'
import { bring, csv, mailedToken, tryOut } from '../imports.ts'
import { testPassword } from '../people.ts'
import { api, callers, world } from '../world.ts'
import type { Thing } from './thing.ts'

export const anImport = async (): Promise<Thing> => ({
  id: (await bring(api, world.registrar)).body.id,
  known: ['registrar'],
})

const sentImport = async () => {
  const email = freshAddress('invited')
  const file = csv(['Nom', 'Courriel'], ['Ada Essai', email])
  const { id } = (await bring(api, world.registrar, { file })).body
  await tryOut(world.registrar, id)
  await workImports(api.deps)
  await world.registrar.client.post(`/api/registrar/imports/${id}/start`, { reviewed: true })
  await workImports(api.deps)
  return { id, email }
}

export const anInvitation = async (): Promise<Thing> => {
  const { id } = await sentImport()
  const { body } = await world.registrar.client.get(`/api/registrar/imports/${id}/rows`)
  return { id: body.items[0].invitation.id, known: ['registrar'] }
}

/** A link stands for itself: whoever holds it is who it was mailed to. */
export const aMailedLink = async (): Promise<Thing> => ({
  id: await mailedToken(api, (await sentImport()).email),
  known: callers,
})

export const aUsedLink = async (): Promise<Thing> => {
  const link = await aMailedLink()
  const claim = { password: testPassword, displayName: 'Ada', locale: 'fr' }
  await api.visitor().post(`/api/invitations/${link.id}/account`, claim)
  return link
}

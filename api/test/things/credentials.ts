import { aForm, aPdf } from '../files.ts'
import { world } from '../world.ts'
import type { Thing } from './thing.ts'

export const ownCredential = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { body: list } = await client.get('/api/me/credentials')
  for (const { id } of list.items) await client.delete(`/api/me/credentials/${id}`)
  const { body } = await client.post('/api/me/credentials', { code: 'IC-BECTU-REG' })
  return { id: body.id, known: ['coordinator'] }
}

/** A code that was taken back: nobody finds anything under it. */
export const goneCode = async (): Promise<Thing> => {
  const { id, code } = await givenCode()
  await world.coordinator.client.delete(`/api/me/credentials/${id}/verification`)
  return { id: code, known: [] }
}

const givenCode = async () => {
  const { id } = await ownCredential()
  await world.registrar.client.post(`/api/registrar/credentials/${id}/decisions`, {
    decision: 'confirm',
    reason: 'vu',
  })
  await world.coordinator.client.put('/api/me/profile/publication', { consent: true })
  const { body } = await world.coordinator.client.post(`/api/me/credentials/${id}/verification`)
  return { id, code: body.code as string }
}

export const checkedCredential = async (): Promise<Thing> => ({
  id: (await givenCode()).id,
  known: ['coordinator'],
})

export const ownEvidence = async (): Promise<Thing> => {
  const thing = await ownCredential()
  await world.coordinator.client.put(`/api/me/credentials/${thing.id}/evidence`, aForm(aPdf()))
  return thing
}

export const declared = async (): Promise<Thing> => ({ ...(await ownCredential()), known: ['registrar'] })

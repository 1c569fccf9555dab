import { randomUUID } from 'node:crypto'
import { api, world } from '../world.ts'
import type { Thing } from './thing.ts'

export const template = { nameFr: 'Motif', nameEn: 'Reason', textFr: 'Motif.', textEn: 'Reason.' }

export let jobSheet: { version: number; sheet: { title: { fr: string } } }

export const aSheet = async (): Promise<Thing> => {
  jobSheet = (await api.visitor().get('/api/professions/intimacy')).body
  return { id: 'intimacy', known: ['registrar'] }
}

export const editedSheet = async (): Promise<Thing> => {
  await aSheet()
  const { version, sheet } = jobSheet
  const title = { ...sheet.title, fr: `Titre ${version}` }
  await world.registrar.client.put('/api/registrar/job-sheets/intimacy', {
    version,
    sheet: { ...sheet, title },
  })
  return aSheet()
}

export const aTool = { list: 'tools', nameFr: 'Outil', nameEn: 'Tool', url: null }

export const anEntry = async (): Promise<Thing> => {
  const code = `tool-${randomUUID().slice(0, 8)}`
  const { body } = await world.registrar.client.post('/api/registrar/catalogue', { code, fields: aTool })
  return { id: body.id, known: ['registrar'] }
}

export const editedEntry = async (): Promise<Thing> => {
  const entry = await anEntry()
  const fields = { ...aTool, nameFr: 'Autre outil' }
  await world.registrar.client.put(`/api/registrar/catalogue/${entry.id}`, { version: 1, fields })
  return entry
}

export const aTemplate = async (): Promise<Thing> => {
  const body = { purpose: 'credential-refuse', ...template }
  return {
    id: (await world.registrar.client.post('/api/registrar/templates', body)).body.id,
    known: ['registrar'],
  }
}

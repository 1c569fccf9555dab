import { codeAt } from '../second-factors/totp.ts'
import type { TestApi } from './api.ts'
import { aProduction, aProject, aRequest, dayFromNow, move, type TestCoordinator } from './bookings.ts'
import { document, written } from './canary-words.ts'
import { aForm } from './files.ts'
import { signUp, type TestPerson } from './people.ts'

/** A coordinator who wrote everything one may write, and asked, was refused, answered and was confirmed. */
export const theCoordinator = async (api: TestApi, registrar: TestPerson): Promise<TestCoordinator> => {
  const person = await signUp(api, 'coordinator', { displayName: written.accountName })
  const { client } = person
  const { body } = await client.put('/api/me/profile', {
    displayName: 'Solène Publique',
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    languages: [{ code: 'fr', level: 'native' }],
    legalName: written.legalName,
    phone: written.phone,
    pronouns: written.pronouns,
    bio: { fr: written.bioFr, en: written.bioEn },
    rate: { fromCents: 61_733, toCents: 84_419, currency: 'EUR' },
    daysOnSet: 7_391,
    countries: ['ZW'],
    codeOfConduct: { name: written.conduct, link: written.conductLink },
    visibility: {
      pronouns: 'only-me',
      bio: 'verified-productions',
      rate: 'after-acceptance',
      daysOnSet: 'only-me',
      countries: 'only-me',
      codeOfConduct: 'after-acceptance',
      credits: 'verified-productions',
    },
  })
  const taken = { from: dayFromNow(api, 60), to: dayFromNow(api, 61), kind: 'unavailable' }
  const knownUntil = dayFromNow(api, 300)
  await client.put('/api/me/availability', { blocks: [{ ...taken, note: written.formerNote }], knownUntil })
  await client.put('/api/me/availability', {
    blocks: [{ ...taken, note: written.note }],
    knownUntil,
    version: 1,
  })
  const work = { kind: 'series', year: 2026, role: written.creditRole }
  await client.post('/api/me/credits', {
    ...work,
    title: written.creditTitle,
    production: written.creditProduction,
    link: written.creditLink,
  })
  await client.post('/api/me/credits', {
    ...work,
    title: written.silentTitle,
    production: written.silentProduction,
    confidentialUntil: dayFromNow(api, 300),
  })
  const { body: credential } = await client.post('/api/me/credentials', {
    code: 'IC-BECTU-REG',
    number: written.number,
  })
  await client.put(
    `/api/me/credentials/${credential.id}/evidence`,
    aForm(document, `${written.fileName}.pdf`),
  )
  await registrar.client.post(`/api/registrar/credentials/${credential.id}/decisions`, {
    decision: 'refuse',
    reason: written.credentialReason,
  })
  api.clock.advance({ minutes: 1 })
  await registrar.client.post(`/api/registrar/credentials/${credential.id}/questions`, {
    body: written.credentialQuestion,
  })
  await client.post(`/api/me/credentials/${credential.id}/answers`, { body: written.credentialAnswer })
  await client.put('/api/me/profile/publication', { consent: true })
  const { body: factor } = await client.post('/api/me/second-factor')
  written.secret = factor.enrolling.secret
  await client.post('/api/me/second-factor/confirmation', { code: codeAt(written.secret, api.clock.now()) })
  const { body: shared } = await client.post('/api/me/credentials', { code: 'IC-IDC' })
  await registrar.client.post(`/api/registrar/credentials/${shared.id}/decisions`, {
    decision: 'confirm',
    reason: 'vu',
  })
  await client.post(`/api/me/credentials/${shared.id}/verification`)
  return { ...person, slug: body.slug }
}

/** Work for another production, over when everything else begins; shown, under a title that is silent. */
export const theWork = async (api: TestApi, coordinator: TestCoordinator): Promise<void> => {
  api.clock.advance({ days: -5 })
  const former = await aProduction(api, { legalName: 'Ancienne production fictive' })
  const asked = await aProject(api, former, { days: [dayFromNow(api, 2)] })
  const { id, version } = await aRequest(former, coordinator, asked, { kind: 'firm' })
  await move(coordinator, id, 'accept', version)
  api.clock.advance({ days: 5 })
  const { status } = await former.client.put(`/api/bookings/${id}/credit`, {
    outcome: 'confirmed',
    title: written.confirmedTitle,
    titleHiddenUntil: dayFromNow(api, 300),
  })
  if (status !== 200) throw new Error('not confirmed')
  const { body } = await coordinator.client.get('/api/me/confirmed-credits')
  await coordinator.client.put(`/api/me/confirmed-credits/${body.items[0].id}`, { shown: true })
}

/** A production that was verified, then asked, and answered. */
export const theProduction = async (api: TestApi, registrar: TestPerson): Promise<TestPerson> => {
  const person = await signUp(api, 'production', { displayName: written.companyAccountName })
  const { body } = await person.client.post('/api/companies', {
    legalName: written.companyName,
    country: 'BE',
    registration: written.registration,
    agreement: 'foreign',
    website: written.website,
    contactName: written.contactName,
    contactFunction: written.contactFunction,
    contactPhone: written.contactPhone,
  })
  await registrar.client.post(`/api/registrar/companies/${body.id}/decisions`, {
    decision: 'verify',
    reason: written.companyReason,
  })
  api.clock.advance({ minutes: 1 })
  await registrar.client.post(`/api/registrar/companies/${body.id}/questions`, {
    body: written.companyQuestion,
  })
  await person.client.post('/api/companies/current/answers', { body: written.companyAnswer })
  return person
}

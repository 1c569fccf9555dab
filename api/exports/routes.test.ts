import { ownTables } from '@repere/db'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeFile } from '../files/service.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProduction, aProject, aRequest, dayFromNow, move } from '../test/bookings.ts'
import { type TestPerson, testPassword } from '../test/people.ts'
import { toCsv } from './csv.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const exportOf = async ({ client }: TestPerson) => {
  const { status, headers, body } = await client.post('/api/me/export')
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/zip',
    'no-store',
  ])
  const files = unzipSync(body)
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  )
  return { texts, json: JSON.parse(texts['repere.json'] ?? '{}') }
}

describe('an export', () => {
  test('holds every column tagged as one’s own, of every table, and no other column', async () => {
    const { json } = await exportOf(await everything())
    for (const { table, columns } of ownTables()) {
      const [row] = json[table] ?? []
      if (!row) continue
      expect(Object.keys(row).sort(), table).toEqual(
        columns.map((name) => name.replace(/(.)Sealed$/, '$1')).sort(),
      )
    }
    expect(ownTables().filter(({ table }) => !(table in json))).toEqual([])
  })

  test('opens for a production what was sealed: titles, briefs, words', async () => {
    const production = await aProduction(api)
    const coordinator = await aCoordinator(api)
    const project = await aProject(api, production)
    await aRequest(production, coordinator, project, { message: '=1+1 seriez-vous libre' })
    const { json, texts } = await exportOf(production)
    expect(json.project).toMatchObject([{ title: 'Nuits blanches d’août', codeName: 'Projet Écume' }])
    expect(json.project[0].brief.scenes).toHaveLength(1)
    expect(json.bookingMessage).toMatchObject([{ body: '=1+1 seriez-vous libre', party: 'production' }])
    expect(json.company).toMatchObject([{ legalName: 'Les Films du Phare fictif' }])
    expect(texts['csv/booking-message.csv']).toContain(`'=1+1`)
    expect(json.coordinator).toEqual([])
  })

  test('holds days and bookings as a calendar, with whom and without a title', async () => {
    const { texts } = await exportOf(await everything())
    const calendar = texts['calendar.ics'] ?? ''
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${dayFromNow(api, 30).replaceAll('-', '')}`)
    expect(calendar).toContain(`DTEND;VALUE=DATE:${dayFromNow(api, 32).replaceAll('-', '')}`)
    expect(calendar).toContain('Option\\, Les Films du Phare fictif')
    expect(calendar).not.toMatch(/Nuits|Écume/)
  })

  test('holds the files that were sent in, opened', async () => {
    const person = await everything()
    const file = {
      bytes: Buffer.from('%PDF une pièce'),
      mediaType: 'application/pdf',
      name: 'a.pdf',
      sha256: '',
    } as const
    await api.database.db
      .transaction()
      .execute((trx) => storeFile(api.deps, trx, { ...file, accountId: person.id }, api.clock.now()))
    const { texts, json } = await exportOf(person)
    expect(texts['files/1-a.pdf']).toBe('%PDF une pièce')
    expect(texts['LISEZMOI.txt']).toContain('files/1-a.pdf')
    expect(json.storedFile).toMatchObject([{ name: 'a.pdf', mediaType: 'application/pdf' }])
  })

  test('wants to know again who asks, ten minutes after signing in', async () => {
    const { client } = await aCoordinator(api)
    api.clock.advance({ minutes: 11 })
    const { status, body } = await client.post('/api/me/export')
    expect([status, body.code]).toEqual([403, 'confirmation-required'])
    await client.post('/api/me/confirmation', { password: testPassword })
    expect((await client.post('/api/me/export')).status).toBe(200)
  })

  test('explains every file of it, in the language of its reader', async () => {
    const person = await everything()
    const { texts } = await exportOf(person)
    const readme = texts['LISEZMOI.txt'] ?? ''
    for (const name of Object.keys(texts)) if (name !== 'LISEZMOI.txt') expect(readme).toContain(name)
    await person.client.put('/api/me/locale', { locale: 'en' })
    const english = await exportOf(person)
    expect(english.texts['README.txt']).toContain('everything the registry keeps about you')
  })

  test('says who saw how to reach one, and is itself in the trail', async () => {
    const person = await everything()
    const { json } = await exportOf(person)
    expect(json.contactReveal).toMatchObject([{ shownTo: 'Les Films du Phare fictif' }])
    const { body } = await person.client.get('/api/me/privacy')
    expect(body.reveals).toMatchObject([
      { shownTo: 'Les Films du Phare fictif', firstDay: dayFromNow(api, 30) },
    ])
    expect(body.consents).toMatchObject([{ kind: 'publication', withdrawnAt: null }])
    const lines = await api.database.ownerDb
      .selectFrom('event')
      .select('kind')
      .where('subjectId', '=', person.id)
      .where('kind', '=', 'account.exported')
      .execute()
    expect(lines).toHaveLength(1)
  })

  test('holds nothing of anybody else', async () => {
    const one = await everything()
    const other = await aCoordinator(api, { displayName: 'Noé Dupré' })
    await other.client.put('/api/me/availability', {
      blocks: [{ from: dayFromNow(api, 9), to: dayFromNow(api, 9), kind: 'unavailable', note: 'dentiste' }],
      weekly: [],
    })
    const { json } = await exportOf(one)
    expect(JSON.stringify(json)).not.toMatch(/Noé|dentiste/)
    expect(json.account).toHaveLength(1)
  })
})

test('a cell is never a formula, and a number stays a number', () => {
  const row = { a: '=SUM(1)', b: -12, c: '+33 1', d: 'deux "mots", une\nligne', e: ['FR-BRE'], f: null }
  expect(toCsv(Object.keys(row), [row])).toBe(
    `\uFEFFa,b,c,d,e,f\r\n'=SUM(1),-12,'+33 1,"deux ""mots"", une\nligne","[""FR-BRE""]",\r\n`,
  )
})

/** A coordinator with something in each of their tables, and an accepted request. */
const everything = async () => {
  const coordinator = await aCoordinator(api)
  const { client } = coordinator
  await client.put('/api/me/availability', {
    blocks: [{ from: dayFromNow(api, 60), to: dayFromNow(api, 62), kind: 'unavailable', note: 'secret' }],
    weekly: [{ weekday: 7, rule: 'unavailable' }],
    knownUntil: dayFromNow(api, 200),
  })
  await client.post('/api/me/credentials', { code: 'IC-BECTU-REG', number: '77' })
  const production = await aProduction(api)
  const asked = await aRequest(production, coordinator, await aProject(api, production))
  await move(coordinator, asked.id, 'accept', asked.version)
  await production.client.get(`/api/bookings/${asked.id}`)
  return coordinator
}

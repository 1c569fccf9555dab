import { seedReference } from '@repere/db/seeds/reference.ts'
import type { JobSheet } from '@repere/db/vocabulary/job-sheet.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

interface Published {
  version: number
  changedAt: string
  sheet: JobSheet
}

const read = async (discipline = 'intimacy'): Promise<Published> =>
  (await api.visitor().get(`/api/professions/${discipline}`)).body

const publish = ({ version, sheet }: Pick<Published, 'version' | 'sheet'>, discipline = 'intimacy') =>
  registrar.client.put(`/api/registrar/job-sheets/${discipline}`, { version, sheet })

const titled = ({ version, sheet }: Published, fr: string) => ({
  version,
  sheet: { ...sheet, title: { ...sheet.title, fr } },
})

describe('a job sheet', () => {
  test.each(['intimacy', 'eco-production'])(
    'on %s says what, when, and by which source',
    async (discipline) => {
      const { sheet, version } = await read(discipline)
      expect(version).toBe(1)
      const law = sheet.sections.find(({ key }) => key === 'law')
      expect(law?.rules.length).toBeGreaterThan(2)
      for (const { source } of law?.rules ?? []) expect(law?.sources[source ?? -1]?.title.fr).toBeTruthy()
      for (const { paragraphs, list, rules } of sheet.sections) {
        expect(paragraphs.fr.length + list.fr.length + rules.length).toBeGreaterThan(0)
        expect(paragraphs.en.length + list.en.length + rules.length).toBeGreaterThan(0)
      }
    },
  )

  test('of a profession there is not is not found', async () => {
    expect(await api.visitor().get('/api/professions/gaffer')).toMatchObject({
      status: 404,
      body: { code: 'profession-not-found' },
    })
  })

  test('is published at once, under another ETag, in history and trail', async () => {
    const before = await read()
    const visitor = api.visitor()
    const etag = `${(await visitor.get('/api/professions/intimacy')).headers.get('etag')}`
    const again = () => visitor.get('/api/professions/intimacy', { 'if-none-match': etag })
    expect((await again()).status).toBe(304)
    expect(await publish(titled(before, 'Coordonner autrement'))).toMatchObject({
      status: 200,
      body: { version: before.version + 1, changedAt: api.clock.now().toISOString() },
    })
    expect(await again()).toMatchObject({
      status: 200,
      body: { sheet: { title: { fr: 'Coordonner autrement' } } },
    })
    const { items } = (await registrar.client.get('/api/registrar/job-sheets/intimacy/history')).body
    expect(items[0]).toMatchObject({
      change: 'edited',
      changedBy: registrar.id,
      before: { title: before.sheet.title },
      after: { title: { fr: 'Coordonner autrement' } },
    })
    const trail = (await registrar.client.get('/api/registrar/audit?kind=job-sheet.edited')).body
    expect(trail.items[0]).toMatchObject({
      subject: { kind: 'job-sheets' },
      facts: { code: 'intimacy', version: before.version + 1 },
    })
    expect(JSON.stringify(trail)).not.toContain('autrement')
  })

  test('changed by somebody else meanwhile is refused', async () => {
    const seen = await read()
    expect((await publish(titled(seen, 'Le premier'))).status).toBe(200)
    expect(await publish(titled(seen, 'Le second'))).toMatchObject({
      status: 409,
      body: { code: 'job-sheet-changed' },
    })
    expect((await read()).sheet.title.fr).toBe('Le premier')
  })

  test('published unchanged leaves no trace', async () => {
    const seen = await read('eco-production')
    expect((await publish(seen, 'eco-production')).body).toMatchObject({
      version: seen.version,
      changedAt: seen.changedAt,
    })
    const history = (await registrar.client.get('/api/registrar/job-sheets/eco-production/history')).body
    expect(history.total).toBe(0)
  })

  test('is put back as it stood, down to the first day', async () => {
    const first = await read('eco-production')
    await publish(titled(first, 'Autre titre'), 'eco-production')
    const answer = await registrar.client.post('/api/registrar/job-sheets/eco-production/restorations', {
      version: first.version + 1,
      restore: first.version,
    })
    expect(answer).toMatchObject({ status: 200, body: { version: first.version + 2, sheet: first.sheet } })
    expect((await read('eco-production')).sheet).toEqual(first.sheet)
  })

  test('that a registrar edited survives the next start', async () => {
    const seen = await read()
    await publish(titled(seen, 'Écrit par le registre'))
    await seedReference(api.database.ownerDb)
    expect((await read()).sheet.title.fr).toBe('Écrit par le registre')
  })

  test.each([
    ['an unknown part', (sheet: JobSheet) => ({ ...sheet, html: '<b>' }), '/sheet/html'],
    ['no section', (sheet: JobSheet) => ({ ...sheet, sections: [] }), '/sheet/sections'],
    [
      'a title in one language',
      (sheet: JobSheet) => ({ ...sheet, title: { fr: 'Titre' } }),
      '/sheet/title/en',
    ],
    [
      'an address without https',
      (sheet: JobSheet) => ({
        ...sheet,
        sections: sheet.sections.map((section) => ({
          ...section,
          sources: [{ title: sheet.title, publisher: sheet.title, url: 'javascript:alert(1)', readOn: null }],
        })),
      }),
      '/sheet/sections/0/sources/0/url',
    ],
    [
      'a rule without its source',
      (sheet: JobSheet) => ({
        ...sheet,
        sections: sheet.sections.map((section) => ({ ...section, sources: [] })),
      }),
      '/sheet/sections/2/rules/0/source',
    ],
  ])('with %s is refused and says where', async (_, spoil, pointer) => {
    const { version, sheet } = await read()
    const answer = await publish({ version, sheet: spoil(sheet) as JobSheet })
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
  })
})

import { addAccount, addCoordinator } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'

let api: TestApi
let person: string
beforeAll(async () => {
  api = await createTestApi()
  const { db } = api.database
  person = await addCoordinator(db, {
    accountId: await addAccount(db),
    slug: 'lea-bretonneau',
    displayName: 'Léa Bretonneau',
    titleForm: 'coordinatrice d’intimité',
    legalName: 'CANARY-LEGAL Bretzel',
    phone: 'CANARY-PHONE',
    headlineFr: 'CANARY-HEADLINE',
    publishedAt: testNow,
  })
  await addCoordinator(db, {
    accountId: await addAccount(db),
    slug: 'brouillon',
    displayName: 'Brune Bretonne',
  })
})
afterAll(() => api.close())

const suggest = (query: string) => api.visitor().get(`/api/search/suggestions?${query}`)

test('one list holds people and values of filters, marked, and nothing else of a person', async () => {
  const { status, body } = await suggest('q=bret')
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      items: [
        {
          kind: 'region',
          code: 'FR-BRE',
          name: [
            { text: 'Bret', hit: true },
            { text: 'agne', hit: false },
          ],
        },
        {
          kind: 'language',
          code: 'br',
          name: [
            { text: 'bret', hit: true },
            { text: 'on', hit: false },
          ],
        },
        {
          kind: 'person',
          slug: 'lea-bretonneau',
          displayName: [
            { text: 'Léa ', hit: false },
            { text: 'Bret', hit: true },
            { text: 'onneau', hit: false },
          ],
          titleForm: 'coordinatrice d’intimité',
        },
      ],
      rest: '',
    },
  })
})

test('values are named in the language asked for', async () => {
  const { body } = await suggest('q=britta&locale=en')
  expect(body.items[0]).toMatchObject({
    code: 'FR-BRE',
    name: [{ text: 'Britta', hit: true }, { text: 'ny' }],
  })
})

test('a draft is offered to nobody, nor a person by a name kept for others, or one who unpublished', async () => {
  const people = async (q: string) =>
    (await suggest(`q=${q}`)).body.items.filter(({ kind }: { kind: string }) => kind === 'person')
  expect(await people('bretonne')).toHaveLength(1)
  expect(await people('bretzel')).toEqual([])
  expect(await people('canary')).toEqual([])
  await api.database.db
    .updateTable('coordinator')
    .set({ publishedAt: null })
    .where('id', '=', person)
    .execute()
  expect(await people('bretonne')).toEqual([])
})

test('what is not asked so is refused', async () => {
  for (const query of ['', `q=${'a'.repeat(201)}`, 'q=a&locale=de', 'q=a&nonsense=1'])
    expect((await suggest(query)).status, query).toBe(400)
})

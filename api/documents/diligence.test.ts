import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
  type TestCoordinator,
} from '../test/bookings.ts'
import { type TestPerson, testPassword } from '../test/people.ts'
import { readPdf } from '../test/read-pdf.ts'
import type { Paper } from './paper.ts'

let api: TestApi
let production: TestPerson
let projectId: string
const names = ['Ada Formule', 'Bérénice Oui', 'Çiğdem Non', '=Dag Silence', 'Łukasz Attente']
beforeAll(async () => {
  api = await createTestApi()
  production = await aProduction(api, { legalName: 'Phare; fictif' })
  const project = await aProject(api, production, {
    days: [40, 41, 42, 47].map((count) => dayFromNow(api, count)),
  })
  projectId = project.id
  const people: TestCoordinator[] = []
  for (const displayName of names) people.push(await aCoordinator(api, { displayName }))
  const [ada, berenice, cigdem, dag, lukasz] = people as [
    TestCoordinator,
    TestCoordinator,
    TestCoordinator,
    TestCoordinator,
    TestCoordinator,
  ]
  const replyBy = new Date(api.clock.now().getTime() + 5 * 3_600_000).toISOString()
  const ask = async (person: TestCoordinator, more: object = {}) => {
    api.clock.advance({ minutes: 10 })
    return (await aRequest(production, person, project, { message: 'mot-Guépard', ...more })).id
  }
  const [, yes, no] = [await ask(ada), await ask(berenice), await ask(cigdem), await ask(dag, { replyBy })]
  api.clock.advance({ minutes: 30 })
  await move(berenice, yes, 'accept', 1)
  await move(cigdem, no, 'decline', 1, { reason: 'rate', note: 'mot-Couguar trop peu' })
  await move(production, yes, 'confirm', 2)
  api.clock.advance({ hours: 6 })
  await ask(lukasz, { kind: 'firm' })
  const erased = await ada.client.post('/api/me/erasure', { password: testPassword, confirmation: ada.email })
  if (erased.status >= 300) throw new Error(JSON.stringify(erased.body))
})
afterAll(() => api.close())

const path = () => `/api/projects/${projectId}/diligence`
const rowsOf = ({ sections }: Paper): string[][] => sections.flatMap(({ grid }) => grid?.rows ?? [])
const lines = (rows: string[][], column: number) => rows.map((row) => (row[column] ?? '').split('\n')[0])

describe('the proof of diligence', () => {
  test('lists every request in order, with its deadline, its answer and their hours', async () => {
    const paper: Paper = (await production.client.get(`${path()}?language=fr`)).body
    const rows = rowsOf(paper)
    expect(lines(rows, 0)).toEqual([
      '1. Coordination (compte effacé)',
      '2. Bérénice Oui',
      '3. Çiğdem Non',
      '4. =Dag Silence',
      '5. Łukasz Attente',
    ])
    expect(lines(rows, 4)).toEqual([
      'Décliné',
      'Accepté',
      'Décliné',
      'Sans réponse dans le délai',
      'Réponse attendue',
    ])
    expect(rows[1]?.[4]).toMatch(/^Accepté\n.*\d\sh\s\d\d\nConfirmé par la production\n.*\d\sh\s\d\d$/)
    expect(
      rows.every(([, asked = '', , deadline = '']) =>
        [asked, deadline].every((at) => /\d\sh\s\d\d/.test(at)),
      ),
    ).toBe(true)
    expect(rows[3]?.[4]?.split('\n')[1]).toBe(rows[3]?.[3])
    expect(rows[4]?.[1]).toMatch(/\nferme$/)
    const [summary] = paper.sections.flatMap(({ texts }) => texts)
    expect(summary?.replaceAll('\u00a0', ' ')).toBe(
      '5 demandes envoyées, 3 réponses reçues, 1 sans réponse dans le délai, 1 réponse attendue, 1 confirmation.',
    )
  })

  test('holds no reason and no word of anybody, in any of its forms', async () => {
    for (const end of ['', '.csv']) {
      const text = JSON.stringify((await production.client.get(`${path()}${end}?language=en`)).body)
      expect(text).toContain('Łukasz Attente')
      for (const hidden of ['Couguar', 'Guépard', 'rate', 'Formule', 'example.test'])
        expect(text).not.toContain(hidden)
    }
  })

  test('opens in a French spreadsheet as it is: its mark, its separator, days and hours that sort, no formula', async () => {
    const { body, headers } = await production.client.get(`${path()}.csv?language=fr`)
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="repere-preuve-de-diligence-[\d-]+\.csv"$/,
    )
    const table = (body as string).split('\r\n')
    expect(table[0]).toMatch(/^(?:\ufeff)?numéro;personne;titre;/)
    expect(table).toHaveLength(names.length + 2)
    expect(table[2]).toMatch(/^2;Bérénice Oui;.*;\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00;/)
    expect(table[4]).toMatch(/^4;'=Dag Silence;/)
    expect(table[2]).toContain([40, 41, 42, 47].map((count) => dayFromNow(api, count)).join(' '))
  })

  test('prints across, tagged, with every request on it', async () => {
    const answer = await api.app.request(`${path()}.pdf?language=fr`, {
      headers: { cookie: production.client.cookie() },
    })
    const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    for (const name of names.slice(1)) expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain(name)
    expect(pdf).toMatchObject({ language: 'fr-FR', marked: true })
    for (const role of ['Table', 'TR', 'TH', 'TD']) expect(pdf.roles).toContain(role)
    expect(pdf.bookmarks).toEqual(['Le projet', 'Les demandes', 'La référence'])
  })

  test('is the company’s alone, and says so where nobody was asked yet', async () => {
    const other = await aProduction(api)
    const nowhere = await other.client.get(path().replace(projectId, '01980000-0000-7000-8000-0000000000ff'))
    for (const end of ['', '.pdf', '.csv']) {
      const refused = await other.client.get(path() + end)
      expect(refused.status).toBe(404)
      expect({ ...refused.body, instance: '' }).toEqual({ ...nowhere.body, instance: '' })
    }
    const { id } = await aProject(api, other)
    const { body } = await other.client.get(`/api/projects/${id}/diligence?language=fr`)
    expect(JSON.stringify(body)).toContain('Personne n’a encore été sollicité pour ce projet.')
    expect(rowsOf(body)).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  asInput,
  dayFromNow,
  describedBrief,
  move,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'
import { aRegistrar } from '../test/people.ts'
import { readPdf } from '../test/read-pdf.ts'
import type { Paper } from './paper.ts'

let api: TestApi
let production: TestPerson
let coordinator: TestPerson & { slug: string }
let id: string
let project: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  api = await createTestApi()
  production = await aProduction(api)
  coordinator = await aCoordinator(api)
  project = await aProject(api, production, {
    phases: [
      { kind: 'prep', days: [dayFromNow(api, 40)], remote: true },
      { kind: 'shoot', days: [44, 45, 46, 52].map((count) => dayFromNow(api, count)), remote: false },
    ],
    employmentForm: 'cddu',
    brief: { ...describedBrief, conditions: { prepPaid: true, travelPaid: true } },
  })
  const rate = { amountCents: 125_000, currency: 'EUR', per: 'day' }
  id = (await aRequest(production, coordinator, project, { rate })).id
})
afterAll(() => api.close())

const path = () => `/api/bookings/${id}/deal-memo`
const read = async (person: TestPerson, language: 'fr' | 'en'): Promise<Paper> =>
  (await person.client.get(`${path()}?language=${language}`)).body
const print = async (person: TestPerson, language: 'fr' | 'en') => {
  const answer = await api.app.request(`${path()}.pdf?language=${language}`, {
    headers: { cookie: person.client.cookie() },
  })
  return { answer, pdf: await readPdf(new Uint8Array(await answer.arrayBuffer())) }
}
const wordsOf = ({ title, subtitle, mark, notice, sections }: Paper): string[] => [
  title,
  subtitle,
  ...(mark ? [mark] : []),
  notice.title,
  notice.text,
  ...sections.flatMap(({ heading, facts, texts, grid }) => [
    heading,
    ...facts.flatMap(({ term, lines }) => [term, ...lines]),
    ...texts,
    ...(grid?.columns ?? []),
    ...(grid?.rows.flat() ?? []),
  ]),
]
/** Where lines break is the printer’s, and the reader makes one of all kinds of spaces; which letters stand is neither’s. */
const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '')

describe('the deal memo', () => {
  test('is there for the parties once the booking is confirmed, and for nobody else at all', async () => {
    expect((await production.client.get(path())).body.code).toBe('memo-too-early')
    await move(coordinator, id, 'accept', 1)
    expect((await coordinator.client.get(`${path()}.pdf`)).body.code).toBe('memo-too-early')
    await move(production, id, 'confirm', 2)
    for (const party of [production, coordinator])
      expect((await read(party, 'fr')).title).toBe('Mémo d’accord')
    const strangers = [await aProduction(api), await aCoordinator(api, { displayName: 'Noé Dupré' })]
    for (const { client } of strangers)
      for (const end of ['', '.pdf']) {
        const refused = await client.get(path() + end)
        const nowhere = await client.get(path().replace(id, '01980000-0000-7000-8000-0000000000ff') + end)
        expect([refused.status, refused.body.code]).toEqual([404, 'booking-not-found'])
        expect({ ...nowhere.body, instance: '' }).toEqual({ ...refused.body, instance: '' })
      }
    expect((await (await aRegistrar(api)).client.get(path())).body.code).toBe('wrong-role')
  })

  test('says what was agreed, first that it is no contract, and neither scenes nor addresses', async () => {
    const words = wordsOf(await read(production, 'fr'))
    expect(words.slice(0, 3)).toEqual([
      'Mémo d’accord',
      '«\u00a0Nuits blanches d’août\u00a0», coordination d’intimité',
      'Ce document n’est pas le contrat de travail.',
    ])
    for (const line of [
      'Les Films du Phare fictif',
      'Représentée par Inès Phare, directrice de production',
      'Solène Arvigny-Legal',
      'Nom professionnel\u00a0: Solène d’Arvigny',
      '1\u202f250\u00a0€ brut par jour',
      '25\u202f%, soit 312,50\u00a0€ par jour convenu',
      'Contrat à durée déterminée d’usage (CDDU)',
      'version 1, proposée par la production',
      '5\u00a0jours en tout.',
    ])
      expect(words).toContain(line)
    const all = JSON.stringify(words)
    const { contact } = (await production.client.get(`/api/bookings/${id}`)).body
    for (const hidden of [
      contact.email,
      contact.phone,
      'Seriez-vous libre',
      'Baiser',
      'partial',
      'plateau fermé',
    ])
      expect(all).not.toContain(hidden)
  })

  test('keeps what came with the work as it was described at the confirmation', async () => {
    const expenses = async () => (await read(production, 'fr')).sections[5]
    const { reference } = await read(production, 'fr')
    const agreed = await expenses()
    expect(agreed?.facts[0]).toEqual({ term: 'Voyage', lines: ['pris en charge par la production'] })
    api.clock.advance({ hours: 1 })
    const brief = { ...describedBrief, conditions: { lodgingPaid: true } }
    expect(
      (await production.client.put(`/api/projects/${project.id}`, asInput({ ...project, brief }))).status,
    ).toBe(200)
    expect(await expenses()).toEqual(agreed)
    expect((await read(production, 'fr')).reference).toBe(reference)
  })

  test('prints in both languages as a tagged PDF whose text is the page’s, letter for letter', async () => {
    for (const language of ['fr', 'en'] as const) {
      const paper = await read(coordinator, language)
      const { answer, pdf } = await print(coordinator, language)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('content-disposition')).not.toMatch(/Nuits|Phare/)
      const printed = withoutSpaces(pdf.text)
      expect(wordsOf(paper).filter((words) => !printed.includes(withoutSpaces(words)))).toEqual([])
      expect(pdf).toMatchObject({ language: language === 'fr' ? 'fr-FR' : 'en-GB', marked: true })
      expect(pdf.title).toBe(`${paper.title} — ${paper.subtitle}`)
      expect(pdf.bookmarks).toEqual(paper.sections.map(({ heading }) => heading))
      expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1)
      expect(pdf.roles.filter((role) => role === 'H2')).toHaveLength(paper.sections.length)
      for (const role of ['Document', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TH', 'TD'])
        expect(pdf.roles).toContain(role)
    }
    // What a reader copies: every glyph leads back to its character, spaces that may not break included.
    const { characters } = (await print(coordinator, 'fr')).pdf
    for (const sign of 'éÉŒ«»’€\u00a0\u202f') expect(characters).toContain(sign)
  })

  test('has one reference for both sides and both languages, kept once in the trail, and another once a fact changes', async () => {
    const { reference } = await read(production, 'fr')
    expect((await read(coordinator, 'en')).reference).toBe(reference)
    const trail = () =>
      api.database.ownerDb
        .selectFrom('event')
        .select(['kind', 'facts'])
        .where('subjectKind', '=', 'document')
        .where('subjectId', '=', reference)
        .execute()
    expect(await trail()).toEqual([{ kind: 'document.made', facts: { document: 'deal-memo' } }])
    await move(production, id, 'cancel', 3, { reason: 'project-stopped', note: 'Le financement est tombé.' })
    const cancelled = await read(production, 'fr')
    expect(cancelled.reference).not.toBe(reference)
    expect(cancelled.mark).toMatch(/^Réservation annulée le .* par la production$/)
    const all = JSON.stringify(cancelled)
    for (const hidden of ['financement', 'Solène Arvigny-Legal']) expect(all).not.toContain(hidden)
    expect((await read(coordinator, 'fr')).subtitle).toContain('Projet Écume')
  })
})

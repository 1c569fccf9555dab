import type { CoordinatorCard, Locale } from '@repere/api/client.ts'
import { addDays, regions as allRegions } from '@repere/api/client.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDay } from '#lib/dates/days.ts'
import { formatAgo } from '#lib/dates/instants.ts'
import { baseLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js'
import { inRegion } from '#lib/words/places.ts'
import { type Asked, reasonsFor } from './why.ts'

const today = '2027-01-11'
const codes = allRegions.slice(0, 6).map(({ code }) => code)

/** The step of a calendar by its age in days, as the published rules have it. */
const freshnessAt = (age: number | null) => (age === null || age >= 45 ? 0 : age <= 7 ? 3 : age <= 21 ? 2 : 1)

const states = ['declared', 'document-seen', 'confirmed'] as const

const someCard = fc
  .record({
    states: fc.uniqueArray(fc.constantFrom(...states), { maxLength: 3 }),
    age: fc.option(fc.constantFrom(0, 1, 5, 7, 8, 21, 22, 44, 45, 80)),
    completeness: fc.constantFrom(0, 1, 2, 3),
    regions: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }),
    of: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    free: fc.integer({ min: 0, max: 12 }),
    marked: fc.uniqueArray(fc.constantFrom('displayName', 'titleForm', 'headlineEn', 'bioFr')),
  })
  .map(({ age, of, free, marked, ...card }): CoordinatorCard => {
    const best = Math.max(-1, ...card.states.map((state) => states.indexOf(state)))
    return {
      slug: 'somebody',
      displayName: 'Somebody',
      titleForm: '',
      disciplines: ['intimacy'],
      headline: {},
      levels: {},
      baseRegion: null,
      regions: card.regions,
      languages: [],
      specialisms: [],
      credentials: card.states.map((state, index) => ({ code: `C-${index}`, state })),
      calendarConfirmedOn: age === null ? null : addDays(today, -age),
      place: {
        evidence: Math.max(0, best),
        freshness: freshnessAt(age),
        completeness: card.completeness,
      },
      paused: false,
      ...(of !== undefined && { free: { days: Math.min(free, of), of } }),
      ...(marked.length > 0 && {
        highlights: Object.fromEntries(marked.map((field) => [field, [{ text: 'x', hit: true }]])),
      }),
    }
  })

const someQuestion = fc
  .record({
    q: fc.boolean(),
    regions: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }),
    sort: fc.constantFrom(null, 'name', 'freshness'),
    seed: fc.constantFrom('2027-01-11', '2026-12-01', 'abc'),
    place: fc.constantFrom(1, 3, 1_000, 1_001, 5_000),
  })
  .map(({ q, regions, sort, ...rest }): Asked => {
    const query = new URLSearchParams(regions.map((region) => ['region', region]))
    if (q) query.set('q', 'kerv')
    if (sort) query.set('sort', sort)
    return { query, today, ...rest }
  })

interface Claim {
  says: RegExp
  holds(card: CoordinatorCard, asked: Asked, said: string[], locale: Locale): boolean
}

const wanted = (card: CoordinatorCard, { query }: Asked) =>
  card.regions.filter((code) => query.getAll('region').includes(code))
const ageOf = (card: CoordinatorCard, locale: Locale) =>
  card.calendarConfirmedOn === null ? 'never' : formatAgo(card.calendarConfirmedOn, today, locale)
const byRank = ({ query }: Asked) => !query.has('sort')
const is = (card: CoordinatorCard, state: (typeof states)[number]) =>
  card.credentials.some((one) => one.state === state)
const free = (card: CoordinatorCard) => card.free ?? { days: -1, of: -1 }

/** What each sentence claims, read from the sentence alone. A sentence that none of these knows fails. */
const claims: Record<Locale, Claim[]> = {
  fr: claimsIn('fr', [
    /^Libre les (\d+) jours demandés\.$/,
    /^Libre le jour demandé\.$/,
    /^Libre (\d+) des (\d+) jours demandés\.$/,
    /^Aucun des jours demandés n’est libre\.$/,
    /^Répond aux mots cherchés(?:, entre autres par (.+))?\.$/,
    /^Travaille (?!dans \d)(.+)\.$/,
    /^Travaille dans (\d+) des régions choisies\.$/,
    /^Titre confirmé par son émetteur\.$/,
    /^Titre dont le document a été vu par le registre\.$/,
    /^Titre déclaré, non vérifié\.$/,
    /^Aucun titre en vigueur\.$/,
    /^Calendrier confirmé (.+)\u00a0: palier (\d) sur 4\.$/,
    /^Calendrier jamais confirmé\u00a0: palier 4 sur 4\.$/,
    /^Profil rempli\u00a0: palier (\d) sur 4\.$/,
    /^À égalité, tirage au sort du (.+)\u202f; il change chaque jour\.$/,
    /^À égalité, tirage au sort que ce lien garde\.$/,
    /^Au-delà de 1\u202f000 personnes, l’ordre des égalités est fixe\.$/,
    /^Classé par nom\.$/,
    /^Classé par fraîcheur du calendrier\.$/,
    /^Calendrier confirmé ([^:]+)\.$/,
    /^Calendrier jamais confirmé\.$/,
  ]),
  en: claimsIn('en', [
    /^Free on all (\d+) days asked\.$/,
    /^Free on the day asked\.$/,
    /^Free on (\d+) of the (\d+) days asked\.$/,
    /^Free on none of the days asked\.$/,
    /^Answers the words searched for(?:, among others by (.+))?\.$/,
    /^Works (?!in \d)(.+)\.$/,
    /^Works in (\d+) of the chosen regions\.$/,
    /^A credential confirmed by its issuer\.$/,
    /^A credential whose document the registry has seen\.$/,
    /^A declared credential, not checked\.$/,
    /^No credential in force\.$/,
    /^Calendar confirmed (.+): step (\d) of 4\.$/,
    /^Calendar never confirmed: step 4 of 4\.$/,
    /^Profile filled in: step (\d) of 4\.$/,
    /^Among equals, the draw of (.+); it changes every day\.$/,
    /^Among equals, the draw that this link keeps\.$/,
    /^Beyond 1,000 people, the order of equals is fixed\.$/,
    /^Ordered by name\.$/,
    /^Ordered by how recent the calendar is\.$/,
    /^Calendar confirmed ([^:]+)\.$/,
    /^Calendar never confirmed\.$/,
  ]),
}

function claimsIn(locale: Locale, sentences: readonly RegExp[]): Claim[] {
  const holds: Claim['holds'][] = [
    (card, _, [count]) => free(card).of === Number(count) && free(card).days === free(card).of,
    (card) => free(card).of === 1 && free(card).days === 1,
    (card, _, [days, of]) => free(card).days === Number(days) && free(card).of === Number(of),
    (card) => free(card).days === 0,
    (card, { query }, [fields]) => query.has('q') && partsIn(fields, locale) === fieldsMarked(card),
    (card, asked, [where]) =>
      wanted(card, asked).length === 1 && inRegion(wanted(card, asked)[0] ?? '', locale) === where,
    (card, asked, [count]) => wanted(card, asked).length === Number(count),
    (card, asked) => byRank(asked) && is(card, 'confirmed'),
    (card, asked) => byRank(asked) && is(card, 'document-seen') && !is(card, 'confirmed'),
    (card, asked) => byRank(asked) && card.credentials.every(({ state }) => state === 'declared'),
    (card, asked) => byRank(asked) && card.credentials.length === 0,
    (card, asked, [ago, step]) =>
      byRank(asked) &&
      ago?.split(',')[0] === ageOf(card, locale) &&
      Number(step) === 4 - freshnessAt(ageInDays(card)),
    (card, asked) => byRank(asked) && card.calendarConfirmedOn === null,
    (card, asked, [step]) => byRank(asked) && Number(step) === 4 - card.place.completeness,
    (_, asked, [day]) =>
      asked.place <= 1_000 && asked.seed.startsWith('20') && formatDay(asked.seed, locale) === day,
    (_, asked) => asked.place <= 1_000 && asked.seed === 'abc',
    (_, asked) => asked.place > 1_000,
    (_, { query }) => query.get('sort') === 'name',
    (_, { query }) => query.get('sort') === 'freshness',
    (card, asked, [ago]) => !byRank(asked) && ago === ageOf(card, locale),
    (card, asked) => !byRank(asked) && card.calendarConfirmedOn === null,
  ]
  return sentences.map((says, index) => ({ says, holds: holds[index] ?? (() => false) }))
}

const ageInDays = ({ calendarConfirmedOn }: CoordinatorCard) =>
  calendarConfirmedOn === null ? null : (Date.parse(today) - Date.parse(calendarConfirmedOn)) / 864e5

/** How many places of the profile are named, by their articles. */
const partsIn = (fields: string | undefined, locale: Locale) =>
  fields?.match(locale === 'fr' ? /le nom|le titre du métier|l’accroche|la présentation/g : /the /g)
    ?.length ?? 0
const fieldsMarked = ({ highlights = {} }: CoordinatorCard) => Object.keys(highlights).length

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  const say = (card: CoordinatorCard, asked: Asked): string[] => {
    overwriteGetLocale(() => locale)
    const said = reasonsFor(card, asked, locale)
    overwriteGetLocale(() => baseLocale)
    return said
  }

  test('every sentence is true of the card and of the question, whatever both are', () => {
    fc.assert(
      fc.property(someCard, someQuestion, (card, asked) => {
        for (const sentence of say(card, asked)) {
          const known = claims[locale].flatMap(({ says, holds }) => {
            const said = says.exec(sentence)
            return said ? [holds(card, asked, said.slice(1), locale)] : []
          })
          expect([sentence, ...known]).toEqual([sentence, true])
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('two people whom the rules part are told different reasons', () => {
    const plain = { query: new URLSearchParams(), seed: '2027-01-11', place: 1, today }
    fc.assert(
      fc.property(someCard, someCard, (one, other) => {
        fc.pre(one.free?.of === other.free?.of)
        const told = (card: CoordinatorCard) => say(card, plain).join(' ')
        const parted = ({ place, free }: CoordinatorCard) => JSON.stringify([place, free])
        if (parted(one) !== parted(other)) expect(told(one)).not.toBe(told(other))
      }),
      { numRuns: 2_000 },
    )
  })
})

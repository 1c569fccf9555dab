import { type Day, dayIn, type Locale, type Reference, type SearchResults } from '@repere/api/client.ts'
import { error, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { paris } from '#lib/dates/instants.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { addressOf, without } from '#lib/search/changes.ts'
import { daysAsked } from '#lib/search/days.ts'
import { isExact, readSearch } from '#lib/search/query.ts'
import { reasonsFor } from '#lib/search/why.ts'
import { problemOf, type Refusal } from '#lib/server/problem-of.ts'
import { namesIn, readReference } from '#lib/server/reference.ts'
import type { PageServerLoad } from './$types.ts'
import { readCounts } from './counts.ts'
import { toNobody } from './nobody.ts'

/** Reads the address, brings it into its exact form, asks the api. The page is the answer; nothing is kept. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals
  const today = dayIn(paris, new Date())
  const read = readSearch(event.url.searchParams, today)
  if (!read.refusal && !isExact(event.url.searchParams, read.query)) redirect(303, to(addressOf(read.query)))

  const counting = daysAsked(read.query).length > 0 ? readCounts(event, read.query) : undefined
  const [found, reference] = await Promise.all([search(event, read.query), readReference(event)])
  const names = namesIn(reference, locale)
  const nobody = await findNobody(event, found, counting, names)
  // A whole page waits for them; one that stands already shows first who was found.
  const counts = counting?.then((counted) => counted?.availability ?? null) ?? null
  event.setHeaders({ 'cache-control': 'private, no-store' })
  return {
    ...found,
    leftOut: [...new Set(found.leftOut.map(sayParameter))],
    barred: found.barred && { title: m.search_barred_title(), lead: m.search_barred_lead() },
    reasons: sayReasons(found, today, locale),
    counts: event.isDataRequest ? counts : await counts,
    nobody,
    today,
    names,
    ...codesOffered(reference, read.query.get('discipline'), found.results?.facets),
    typedDays: read.typedDays,
    daysError: read.refusal ? sayRefusal(read.refusal, locale) : undefined,
  }
}

/** What a parameter of the address is called on the page. */
const sayParameter = (name: string): string => {
  const known: Record<string, () => string> = {
    q: m.search_words_label,
    discipline: m.search_discipline,
    credential: m.search_credential,
    credentialState: m.search_evidence,
    region: m.search_region,
    language: m.search_language,
    specialism: m.search_specialism,
    availability: m.search_availability,
    sort: m.search_sort,
    from: m.search_left_out_days,
    to: m.search_left_out_days,
    days: m.search_left_out_days,
  }
  return (known[name] ?? m.search_left_out_unknown)()
}

/** For a search that finds nobody: what finds somebody, asked of the search as it was answered. */
const findNobody = async (
  event: Parameters<PageServerLoad>[0],
  { query, results }: Found,
  counting: ReturnType<typeof readCounts> | undefined,
  names: ReturnType<typeof namesIn>,
) => {
  if (results?.total !== 0) return null
  const asked = new URLSearchParams(query)
  const isCounted = counting !== undefined && query === event.url.searchParams.toString()
  return toNobody(asked, await (isCounted ? counting : readCounts(event, asked)), names, event.locals.locale)
}

/** Said here, so that the words do not travel as a script. */
const sayReasons = ({ query, results }: Found, today: Day, locale: Locale): string[][] => {
  if (!results) return []
  const asked = { query: new URLSearchParams(query), seed: results.seed, today }
  const before = (results.page - 1) * results.perPage
  return results.items.map((card, index) => reasonsFor(card, { ...asked, place: before + index + 1 }, locale))
}

/**
 * What the filters offer: credentials that can be held and skills, of the profession asked for or of both. What the
 * registry retired is offered while somebody found holds it.
 */
const codesOffered = (
  { credentials, specialisms }: Reference,
  discipline: string | null,
  facets: SearchResults['facets'] | undefined,
) => ({
  credentialCodes: credentials
    .filter(({ status, disciplines }) => status !== 'in-creation' && fits(disciplines, discipline))
    .filter(({ code, retired }) => !retired || holds(facets?.credential, code))
    .map(({ code }) => code),
  specialismCodes: specialisms
    .filter((specialism) => fits([specialism.discipline], discipline))
    .filter(({ code, retired }) => !retired || holds(facets?.specialism, code))
    .map(({ code }) => code),
})

const holds = (facet: readonly { value: string }[] | undefined, code: string) =>
  facet?.some(({ value }) => value === code) === true

const fits = (held: readonly string[], asked: string | null) => asked === null || held.includes(asked)

interface Found {
  query: string
  results: SearchResults | null
  /** Parameters of the address that were refused, and left out of the answer. */
  leftOut: string[]
  /** Why there is no page of results to show. */
  barred: 'sign-in' | null
}

/** Asks once; an address with a wrong value is asked again without it, and the page says which. */
async function search(event: Parameters<PageServerLoad>[0], query: URLSearchParams): Promise<Found> {
  const first = await ask(event, query)
  if (first.results) return { query: query.toString(), results: first.results, leftOut: [], barred: null }
  const { refusal } = first
  if (refusal.code === 'sign-in-to-see-more')
    return { query: query.toString(), results: null, leftOut: [], barred: 'sign-in' }
  const wrong = refusal.errors.map(({ pointer }) => pointer.replace('/query/', ''))
  if (refusal.code !== 'invalid-request' || wrong.length === 0) error(refusal.status)
  const kept = wrong.reduce((rest, name) => without(rest, name), query)
  if (wrong.some((name) => ['from', 'to', 'days'].includes(name)))
    for (const name of ['from', 'to', 'days', 'availability']) kept.delete(name)
  const second = await ask(event, kept)
  if (!second.results) error(second.refusal.status)
  return { query: kept.toString(), results: second.results, leftOut: wrong, barred: null }
}

type Answer = { results: SearchResults; refusal?: never } | { results: null; refusal: Refusal }

async function ask(event: Parameters<PageServerLoad>[0], query: URLSearchParams): Promise<Answer> {
  const asked = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
  const response = await apiFor(event)
    .coordinators.$get({ query: asked })
    .catch(() => error(503))
  if (response.status !== 200) return { results: null, refusal: await problemOf(response) }
  return { results: await response.json() }
}

import { addDays, daysBetween, daysOf } from '@repere/db/vocabulary/day.ts'
import { type Filters, limits, type SeenDay, searchDayAt, type Viewer } from '@repere/search'
import { readResponseTime, wasAccepted } from '../bookings/service.ts'
import { isVerifiedProduction } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { createGate } from '../gate.ts'
import type { ResponseTime } from '../http/response-time.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { findProfileFor, type PresentedProfile, type Viewer as ProfileViewer } from '../profiles/service.ts'
import { anonymousResults, type SearchCounts, type SearchResults } from './contract.ts'

type Stand = Pick<Deps, 'db' | 'search' | 'clock' | 'sealer' | 'exposure'>

/** Finds people by a query string. Refuses what the parser refuses, and visitors who leaf past the first results. */
export const findCoordinators = async (
  deps: Stand,
  account: SignedIn | null,
  query: URLSearchParams,
): Promise<SearchResults> => {
  const began = performance.now()
  const filters = await readFilters(deps, query)
  const left = account ? filters.perPage : anonymousResults - (filters.page - 1) * filters.perPage
  if (left <= 0) return refuse('sign-in-to-see-more')
  const found = await deps.search.find(filters, await viewerOf(deps, account))
  deps.exposure.note(found, filters, searchDayAt(deps.clock.now()))
  return {
    ...found,
    items: found.items.slice(0, left),
    tookMs: Math.round((performance.now() - began) * 10) / 10,
  }
}

/** One asks a hundred searches where nobody is found: those that find people come first. */
const countsInTurn = createGate({ running: 4, waiting: 32 })

/** How many a search would find with other terms for its days, or without one of its filters. */
export const countCoordinators = async (
  deps: Stand,
  account: SignedIn | null,
  query: URLSearchParams,
): Promise<SearchCounts> => {
  const [filters, viewer] = [await readFilters(deps, query), await viewerOf(deps, account)]
  return countsInTurn(() => deps.search.count(filters, viewer))
}

const readFilters = async ({ search }: Stand, query: URLSearchParams): Promise<Filters> => {
  const parsed = await search.parse(query)
  if (parsed.ok) return parsed.filters
  return refuse('invalid-request', {
    errors: parsed.errors.map(({ parameter, detail }) => ({ pointer: toPointer(parameter), detail })),
  })
}

/**
 * A published profile, as this account may see it. How to reach the person is told in the booking alone, where each
 * reading is noted.
 */
export const getProfile = async (
  deps: Stand,
  account: SignedIn | null,
  slug: string,
): Promise<PresentedProfile & { responseTime: ResponseTime | null }> => {
  const profile = await findProfileFor(deps, slug, await profileViewerOf(deps, account, slug))
  if (!profile) return refuse('coordinator-not-found')
  return { ...profile, contact: undefined, responseTime: await readResponseTime(deps, slug) }
}

/** With whose eyes an account reads a profile. */
export const profileViewerOf = async (
  deps: Stand,
  account: SignedIn | null,
  slug: string,
): Promise<ProfileViewer> => {
  if (account && (await wasAccepted(deps, account, slug))) return 'after-acceptance'
  return (await viewerOf(deps, account)).seesAllDays ? 'verified-production' : 'public'
}

/** The days of a published person, as this account may see them. */
export const getDays = async (
  deps: Stand,
  account: SignedIn | null,
  slug: string,
  { from, to }: { from: string; to: string },
): Promise<SeenDay[]> => {
  if (to < from)
    refuse('invalid-request', { errors: [{ pointer: '/query/to', detail: 'comes before “from”' }] })
  if (daysBetween(from, to) >= limits.days)
    refuse('invalid-request', {
      errors: [{ pointer: '/query/to', detail: `At most ${limits.days} days can be asked for.` }],
    })
  const days = await deps.search.findDays(slug, daysOf([{ from, to }]), await viewerOf(deps, account))
  if (!days) return refuse('coordinator-not-found')
  // Wherever it still is yesterday: nobody plans a day that is over, and when somebody worked is nobody’s affair.
  const first = addDays(searchDayAt(deps.clock.now()), -1)
  return days.map((seen) => (seen.date < first ? { ...seen, state: 'unknown' } : seen))
}

/** Verified productions alone see what is shown to them: a registrar was not named to whoever chose that audience. */
const viewerOf = async ({ db }: Stand, account: SignedIn | null): Promise<Viewer> => ({
  seesAllDays: await isVerifiedProduction(db, account),
})

const toPointer = (parameter: string) => `/query/${parameter.replaceAll('~', '~0').replaceAll('/', '~1')}`

import { isDeepStrictEqual } from 'node:util'
import type { Db } from '@repere/db'
import type { LiveCredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import { type Card, toCard } from './coordinators/card.ts'
import type { Viewer } from './coordinators/filters.ts'
import {
  type Coverer,
  contains,
  createRangeReader,
  type DaySet,
  daysIn,
  inMatchOrder,
  intersection,
  seekPair,
  sizeOf,
  without as subtract,
  toDaySet,
} from './coordinators/match.ts'
import type { Person } from './coordinators/person.ts'
import { searchDayAt } from './coordinators/query-string.ts'
import {
  countWithout,
  isInTraining,
  type Met,
  type Needs,
  readMet,
  type Standing,
  type WithoutNeed,
} from './postgres/matching.ts'
import { readPeople } from './postgres/people.ts'
import { inTurns } from './turns.ts'

/** Somebody who meets the needs, as shown, with the days they would take. */
export interface Matched {
  card: Card
  covers: Day[]
  level: Level | null
  inTraining: boolean
  inRegion: boolean
  /** Their best live credential in the discipline. */
  proof: { code: string; state: LiveCredentialState; certification: boolean } | null
}

export interface MatchGroup {
  total: number
  items: Matched[]
}

/** From a schedule to people. */
export interface Matches {
  days: Day[]
  /** How many meet the needs, whatever their days. */
  met: number
  all: MatchGroup
  some: MatchGroup
  /** Only while nobody covers all: the second takes what the first does not. */
  pair: { first: Matched; second: Matched; secondDays: Day[]; covered: number } | null
  /** People in training who are free on the very days of somebody with a confirmed credential. */
  shadows: (MatchGroup & { beside: Matched }) | null
  /** Only while nobody covers a day. */
  without: WithoutNeed | null
}

export interface MatchQuestion {
  needs: Needs
  viewer: Viewer
  moment: Date
  excluded: readonly string[]
  /** Decides the order of equals: the same for the same project. */
  seed: string
}

/** How many people of a group are shown. */
export const shown = { group: 50, shadows: 6 } as const

interface Found extends Coverer {
  met: Met
}

/** How often a match begins anew because somebody shown changed meanwhile, before it leaves them out. */
const tries = 3

/**
 * Who covers a project's days: everybody who meets the needs, as one moment has them. No connection is held while it
 * is worked out. Whoever is shown is then read once more, with the card: where somebody changed meanwhile it begins
 * anew, so that a page cannot contradict itself. Whoever lives from elsewhere than a project asks covers its remote
 * days alone.
 */
export const findMatches = async (
  db: Db,
  { needs, viewer, moment, excluded, seed }: MatchQuestion,
): Promise<Matches> => {
  const standing: Standing = { viewer, moment, today: searchDayAt(moment), excluded }
  let met = await readMet(db, needs, standing)
  for (let attempt = 1; ; attempt += 1) {
    const lay = await layOut(met, needs, seed)
    const read = await readShown(db, lay, needs, standing)
    if (read.changed.size === 0)
      return present(lay, needs, shower(read.people, needs, standing), read.without)
    met = attempt < tries ? await readMet(db, needs, standing) : met.filter(({ id }) => !read.changed.has(id))
  }
}

/** Who stands where, before anybody's card is known. */
interface Layout {
  met: number
  all: Found[]
  some: Found[]
  pair: { first: Found; second: Found; covered: number } | undefined
  lead: Found | undefined
  shadows: Found[]
}

const layOut = async (met: readonly Met[], needs: Needs, seed: string): Promise<Layout> => {
  const found = inMatchOrder(await inTurns(toFound(met, needs)), seed)
  const of = needs.schedule.length
  const people = found.filter((one) => one.met.proven)
  const covering = people.filter(({ coverage }) => of === 0 || coverage > 0)
  const all = covering.filter(({ coverage }) => coverage === of)
  const some = covering.filter(({ coverage }) => coverage < of)
  const pair = all.length === 0 ? await inTurns(seekPair(some)) : undefined
  const lead = (pair ? [pair.first, pair.second] : all.length > 0 ? all : some).find(canLead(needs))
  const shadows = lead ? found.filter(canShadow(needs, lead)) : []
  return { met: people.length, all, some, pair, lead, shadows }
}

const shownOf = ({ all, some, pair, lead, shadows }: Layout): Found[] => [
  ...all.slice(0, shown.group),
  ...some.slice(0, shown.group),
  ...(pair ? [pair.first, pair.second] : []),
  ...(lead && shadows.length > 0 ? [lead, ...shadows.slice(0, shown.shadows)] : []),
]

/** The cards of whoever is shown, and who of them is no more what the layout has: all of it of one moment. */
const readShown = (db: Db, lay: Layout, needs: Needs, standing: Standing) =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const members = new Map(shownOf(lay).map(({ id, met }) => [id, met]))
      const ids = [...members.keys()]
      const now = new Map((await readMet(trx, needs, standing, ids)).map((met) => [met.id, met]))
      const people = await readPeople(
        trx,
        ids,
        needs.schedule.map(({ date }) => date),
      )
      const nobody = lay.all.length + lay.some.length === 0
      return {
        people,
        changed: new Set(ids.filter((id) => !isDeepStrictEqual(members.get(id), now.get(id)))),
        without: nobody ? await countWithout(trx, needs, standing) : null,
      }
    })

const present = (
  { met, all, some, pair, lead, shadows }: Layout,
  { schedule }: Needs,
  show: (found: Found) => Matched,
  without: WithoutNeed | null,
): Matches => {
  const group = (members: readonly Found[], most: number = shown.group): MatchGroup => ({
    total: members.length,
    items: members.slice(0, most).map(show),
  })
  return {
    days: schedule.map(({ date }) => date),
    met,
    all: group(all),
    some: group(some),
    pair: pair
      ? {
          first: show(pair.first),
          second: show(pair.second),
          secondDays: daysIn(subtract(pair.second.covers, pair.first.covers), schedule),
          covered: pair.covered,
        }
      : null,
    shadows: lead && shadows.length > 0 ? { ...group(shadows, shown.shadows), beside: show(lead) } : null,
    without,
  }
}

function* toFound(rows: readonly Met[], { schedule }: Needs): Generator<void, Found[]> {
  const read = createRangeReader(schedule)
  const remote = toDaySet(
    schedule.flatMap((day, place) => (day.remote ? [place] : [])),
    schedule.length,
  )
  const coverOf = ({ free, inRegion }: Met): DaySet =>
    inRegion ? read(free) : intersection(read(free), remote)
  const found: Found[] = []
  for (const met of rows) {
    yield
    const covers = coverOf(met)
    found.push({ id: met.id, score: 0, rank: met.rank, coverage: sizeOf(covers), covers, met })
  }
  return found
}

const confirmedDegree = 3

const canLead =
  ({ discipline }: Needs) =>
  ({ met }: Found): boolean =>
    met.degree === confirmedDegree && !isInTraining(discipline, met.level)

const canShadow =
  ({ discipline }: Needs, lead: Found) =>
  ({ id, met, covers }: Found): boolean =>
    isInTraining(discipline, met.level) && id !== lead.id && contains(covers, lead.covers)

const degrees = { 1: 'declared', 2: 'document-seen', 3: 'confirmed' } as const

const shower = (read: readonly Person[], needs: Needs, standing: Standing) => {
  const days = needs.schedule.map(({ date }) => date)
  const people = new Map(read.map((person) => [person.id, person]))
  return ({ id, covers, met }: Found): Matched => {
    const person = people.get(id)
    if (!person) throw new Error('somebody is matched and has no card')
    return {
      card: toCard(person, days, standing.viewer, standing),
      covers: daysIn(covers, needs.schedule),
      level: met.level,
      inTraining: isInTraining(needs.discipline, met.level),
      inRegion: met.inRegion,
      proof:
        met.degree !== null && met.code !== null
          ? { code: met.code, state: degrees[met.degree], certification: met.certification === true }
          : null,
    }
  }
}

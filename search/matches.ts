import { setImmediate } from 'node:timers/promises'
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
  toDaySet,
  without,
} from './coordinators/match.ts'
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

/**
 * Who covers a project's days: everybody who meets the needs, in one pass over the tables and under one snapshot, so
 * that a page cannot contradict itself. Whoever lives from elsewhere than a project asks covers its remote days alone.
 */
export const findMatches = (
  db: Db,
  { needs, viewer, moment, excluded, seed }: MatchQuestion,
): Promise<Matches> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const standing: Standing = { viewer, moment, today: searchDayAt(moment), excluded }
      const found = inMatchOrder(await inTurns(toFound(await readMet(trx, needs, standing), needs)), seed)
      const of = needs.schedule.length
      const people = found.filter(({ met }) => met.proven)
      const covering = people.filter(({ coverage }) => of === 0 || coverage > 0)
      const all = covering.filter(({ coverage }) => coverage === of)
      const some = covering.filter(({ coverage }) => coverage < of)
      const pair = all.length === 0 ? await inTurns(seekPair(some)) : undefined
      const lead = (pair ? [pair.first, pair.second] : all.length > 0 ? all : some).find(canLead(needs))
      const shadows = lead ? found.filter(canShadow(needs, lead)) : []

      const show = await shower(trx, needs, standing, [
        ...all.slice(0, shown.group),
        ...some.slice(0, shown.group),
        ...(pair ? [pair.first, pair.second] : []),
        ...(lead && shadows.length > 0 ? [lead, ...shadows.slice(0, shown.shadows)] : []),
      ])
      const group = (members: readonly Found[], most: number = shown.group): MatchGroup => ({
        total: members.length,
        items: members.slice(0, most).map(show),
      })
      return {
        days: needs.schedule.map(({ date }) => date),
        met: people.length,
        all: group(all),
        some: group(some),
        pair: pair
          ? {
              first: show(pair.first),
              second: show(pair.second),
              secondDays: daysIn(without(pair.second.covers, pair.first.covers), needs.schedule),
              covered: pair.covered,
            }
          : null,
        shadows: lead && shadows.length > 0 ? { ...group(shadows, shown.shadows), beside: show(lead) } : null,
        without: covering.length === 0 ? await countWithout(trx, needs, standing) : null,
      }
    })

/** For how long others wait for a match at most, in milliseconds. */
const turn = 10

/** Runs what rests now and then, and lets others work when its turn is over: a match reads the days of thousands. */
const inTurns = async <Result>(work: Generator<void, Result>): Promise<Result> => {
  for (let began = performance.now(); ; ) {
    const { done, value } = work.next()
    if (done) return value
    if (performance.now() - began < turn) continue
    await setImmediate()
    began = performance.now()
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

const shower = async (db: Db, needs: Needs, standing: Standing, members: readonly Found[]) => {
  const days = needs.schedule.map(({ date }) => date)
  const ids = [...new Set(members.map(({ id }) => id))]
  const people = new Map((await readPeople(db, ids, days)).map((person) => [person.id, person]))
  return ({ id, covers, met }: Found): Matched => {
    const person = people.get(id)
    if (!person) throw new Error('somebody left a snapshot')
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

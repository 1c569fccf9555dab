import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toDateRange, toMultirange } from '../column-types.ts'
import type { Db } from '../connect.ts'
import { addDays, type Day, type DayRange, daysBetween, daysOf, rangesOf } from '../vocabulary/day.ts'
import { complement, intersect, subtract, tidy, unite } from '../vocabulary/day-ranges.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { inTimeZones, processZone } from './time-zones.ts'

/** Where days are hard: both changes of clocks, the ends of years, a 29 February that exists and one that does not. */
const corners: Day[] = [
  '2027-03-28',
  '2027-10-31',
  '2027-12-31',
  '2028-02-29',
  '2027-02-28',
  '2100-02-28',
  '2027-06-15',
]
const count = 10_000
/** Days a case plays on: as many as a small integer has bits. */
const width = 30

/** Numbers that are the same at every run (xorshift). */
let chance = 20_270_328
const upTo = (most: number) => {
  chance ^= chance << 13
  chance ^= chance >>> 17
  chance ^= chance << 5
  return (chance >>> 0) % (most + 1)
}

interface Case {
  first: Day
  some: DayRange[]
  others: DayRange[]
  window: DayRange
}

/** Ranges in no order, overlapping, touching, single days, and at times none. */
const someRanges = (first: Day): DayRange[] =>
  Array.from({ length: upTo(5) }, () => {
    const from = upTo(width - 1)
    return { from: addDays(first, from), to: addDays(first, Math.min(width - 1, from + upTo(upTo(8)))) }
  })

const cases: Case[] = Array.from({ length: count }, (_, index) => {
  const first = addDays(corners[index % corners.length] ?? '', -upTo(width - 1))
  const from = upTo(width - 1)
  return {
    first,
    some: someRanges(first),
    others: someRanges(first),
    window: { from: addDays(first, from), to: addDays(first, from + upTo(width - 1 - from)) },
  }
})

/** The oracle: a bit for each day, and the operators of the machine. */
const toBits = (ranges: readonly DayRange[], first: Day): number =>
  ranges.reduce((bits, { from, to }) => {
    let set = bits
    for (let day = daysBetween(first, from); day <= daysBetween(first, to); day += 1) set |= 1 << day
    return set
  }, 0)

const fromBits = (bits: number, first: Day): string =>
  toMultirange(
    rangesOf(
      Array.from({ length: width }, (_, day) => addDays(first, day)).filter((_, day) => bits & (1 << day)),
    ),
  )

const oracle = cases.map(({ first, some, others, window }) => {
  const [a, b, frame] = [toBits(some, first), toBits(others, first), toBits([window], first)]
  return [a | b, a & b, a & ~b, frame & ~a].map((bits) => fromBits(bits, first))
})

/** As Postgres prints them: without their last day. */
const stored = oracle.map((sets) =>
  sets.join().replaceAll(/,(.{10})\]/g, (_, last: string) => `,${addDays(last, 1)})`),
)

const pure = ({ some, others, window }: Case) =>
  [unite(some, others), intersect(some, others), subtract(some, others), complement(some, window)].map(
    toMultirange,
  )

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
})
afterAll(() => database.drop())

/** All cases in one statement, by a session that lives in that time zone. */
const inPostgres = <Row>(columns: ReturnType<typeof sql>, zone = 'UTC'): Promise<readonly Row[]> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('timezone', ${zone}, true)`.execute(trx)
    const { rows } = await sql<Row>`
      select ${columns} from unnest(
        ${cases.map(({ some }) => toMultirange(some))}::datemultirange[],
        ${cases.map(({ others }) => toMultirange(others))}::datemultirange[],
        ${cases.map(({ window }) => toDateRange(window))}::daterange[]
      ) as played (a, b, frame)`.execute(trx)
    return rows
  })

inTimeZones('sets of days', () => {
  test(`say the same in pure code and as bits, ${count} times`, () => {
    const wrong = cases.filter((one, index) => pure(one).join() !== oracle[index]?.join())
    expect(wrong).toEqual([])
  })

  test('say the same as bits and in Postgres, whose session lives there too', async () => {
    const rows = await inPostgres<{ said: string }>(
      sql`concat_ws(',', a + b, a * b, a - b, datemultirange(frame) - a) as said`,
      processZone(),
    )
    expect(rows).toHaveLength(count)
    expect(rows.filter(({ said }, index) => said !== stored[index])).toEqual([])
  })
})

describe('the laws of sets of days hold', () => {
  const frameOf = ({ first }: Case): DayRange => ({ from: first, to: addDays(first, width - 1) })
  const laws: Record<string, (one: Case) => [DayRange[], DayRange[]]> = {
    'united with itself nothing changes': ({ some }) => [unite(some, some), tidy(some)],
    'nor when met with itself': ({ some }) => [intersect(some, some), tidy(some)],
    'which comes first does not matter to a union': ({ some, others }) => [
      unite(some, others),
      unite(others, some),
    ],
    'nor to what is common': ({ some, others }) => [intersect(some, others), intersect(others, some)],
    'what neither holds is what both leave (De Morgan)': (one) => [
      complement(unite(one.some, one.others), frameOf(one)),
      intersect(complement(one.some, frameOf(one)), complement(one.others, frameOf(one))),
    ],
    'what not both hold is what either leaves (De Morgan)': (one) => [
      complement(intersect(one.some, one.others), frameOf(one)),
      unite(complement(one.some, frameOf(one)), complement(one.others, frameOf(one))),
    ],
    'to take away is to keep what the other leaves': (one) => [
      subtract(one.some, one.others),
      intersect(one.some, complement(one.others, frameOf(one))),
    ],
    'left out twice, days are back': (one) => [
      complement(complement(one.some, frameOf(one)), frameOf(one)),
      tidy(one.some),
    ],
    'one spreads over the other': (one) => [
      intersect(one.some, unite(one.others, [one.window])),
      unite(intersect(one.some, one.others), intersect(one.some, [one.window])),
    ],
  }
  test.each(Object.entries(laws))('%s', (_, law) => {
    const broken = cases.slice(0, 2_000).filter((one) => {
      const [left, right] = law(one)
      return toMultirange(left) !== toMultirange(right)
    })
    expect(broken).toEqual([])
  })

  test('in Postgres too', async () => {
    const frame = sql`datemultirange(daterange('2020-01-01', '2110-01-01'))`
    const [row] = await inPostgres<Record<string, boolean>>(
      sql`bool_and(a + a = a and a * a = a) as idempotent,
        bool_and(a + b = b + a and a * b = b * a) as commutative,
        bool_and(${frame} - (a + b) = (${frame} - a) * (${frame} - b)
          and ${frame} - (a * b) = (${frame} - a) + (${frame} - b)) as de_morgan`,
    )
    expect(row).toEqual({ idempotent: true, commutative: true, deMorgan: true })
  })

  test('and what goes out is the shortest list, in order', () => {
    for (const { some, others } of cases.slice(0, 500)) {
      const united = unite(some, others)
      expect(united).toEqual(rangesOf(daysOf([...some, ...others])))
    }
  })
})

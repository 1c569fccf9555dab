import type { Db } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'
import type { DaySum } from './counter.ts'
import type { Sum } from './rules.ts'

/** Adds to what the day's other processes have written. In one order, so that no two wait for each other. */
export const addSums = async (db: Db, sums: readonly DaySum[]): Promise<void> => {
  const rows = sums.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  if (rows.length === 0) return
  await db
    .insertInto('exposure')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['onDay', 'facet', 'value']).doUpdateSet({
        searches: sql`exposure.searches + excluded.searches`,
        people: sql`greatest(exposure.people, excluded.people)`,
        topPlaces: sql`exposure.top_places + excluded.top_places`,
        topFair: sql`exposure.top_fair + excluded.top_fair`,
        pagePlaces: sql`exposure.page_places + excluded.page_places`,
        pageFair: sql`exposure.page_fair + excluded.page_fair`,
      }),
    )
    .execute()
}

const keyOf = ({ onDay, facet, value }: DaySum) => `${onDay}/${facet}/${value}`

export const forgetBefore = async (db: Db, day: Day): Promise<void> => {
  await db.deleteFrom('exposure').where('onDay', '<', day).execute()
}

/** The sums of a period, both days included; the most people first. */
export const readSums = (db: Db, from: Day, to: Day): Promise<Sum[]> =>
  db
    .selectFrom('exposure')
    .select(['facet', 'value'])
    .select((eb) => [
      eb.fn.sum<number>('searches').as('searches'),
      eb.fn.max('people').as('people'),
      eb.fn.sum<number>('topPlaces').as('topPlaces'),
      eb.fn.sum<number>('topFair').as('topFair'),
      eb.fn.sum<number>('pagePlaces').as('pagePlaces'),
      eb.fn.sum<number>('pageFair').as('pageFair'),
    ])
    .where('onDay', '>=', from)
    .where('onDay', '<=', to)
    .groupBy(['facet', 'value'])
    .orderBy('facet')
    .orderBy((eb) => eb.fn.sum('topFair'), 'desc')
    .orderBy('value')
    .execute()

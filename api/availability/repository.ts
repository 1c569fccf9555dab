import { type Db, type Trx, toDateRange } from '@repere/db'
import type { KeptBlock, WeeklyRule } from '@repere/db/vocabulary/block.ts'
import { type BookingState, liveStates } from '@repere/db/vocabulary/booking.ts'
import type { Day, DayRange } from '@repere/db/vocabulary/day.ts'
import type { DayState } from '@repere/db/vocabulary/day-state.ts'
import { sql } from 'kysely'
import type { HeldDays, OwnBlock } from './rules.ts'

export interface Calendar {
  blocks: OwnBlock[]
  weekly: { weekday: number; rule: WeeklyRule }[]
  confirmedAt: Date | null
  knownUntil: Day | null
  version: number
  /** When it last changed, if that can be taken back. */
  undoableAt: Date | null
}

export interface WrittenCalendar {
  blocks: KeptBlock[]
  weekly: { weekday: number; rule: WeeklyRule }[]
  knownUntil: Day | null
}

/** Before the first write. */
export const emptyCalendar: Calendar = {
  blocks: [],
  weekly: [],
  confirmedAt: null,
  knownUntil: null,
  version: 0,
  undoableAt: null,
}

/** Whose calendar: the account's own. Undefined before the first row of the person. */
export const findOwner = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('coordinator')
    .select(['id', 'timeZone'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()

/** Everything entered into a calendar, blocks in the order of days. */
export const loadCalendar = async (db: Db | Trx, coordinatorId: string): Promise<Calendar> => {
  const head = await db
    .selectFrom('calendar')
    .leftJoin('calendarPrevious as previous', (join) =>
      join
        .onRef('previous.coordinatorId', '=', 'calendar.coordinatorId')
        .onRef('previous.replacedBy', '=', 'calendar.version'),
    )
    .select(['calendar.confirmedAt', 'calendar.knownUntil', 'calendar.version'])
    .select('previous.replacedAt as undoableAt')
    .where('calendar.coordinatorId', '=', coordinatorId)
    .executeTakeFirst()
  const blocks = await db
    .selectFrom('availabilityBlock')
    .select(['days', 'kind', 'source', 'reason', 'note', 'createdAt'])
    .where('coordinatorId', '=', coordinatorId)
    .orderBy('days')
    .orderBy('id')
    .execute()
  const weekly = await db
    .selectFrom('weeklyRule')
    .select(['weekday', 'rule'])
    .where('coordinatorId', '=', coordinatorId)
    .orderBy('weekday')
    .execute()
  return {
    ...emptyCalendar,
    ...head,
    weekly,
    blocks: blocks.map(({ days, createdAt, ...block }) => ({
      ...days,
      ...block,
      importedAt: block.source === 'ics' ? createdAt : null,
    })),
  }
}

/**
 * Confirms the calendar as of now under a new version, if it still is at the version the writer read (0 before
 * the first write). Says whether it was.
 */
export const turnVersion = async (
  trx: Trx,
  coordinatorId: string,
  readVersion: number,
  { knownUntil, now }: { knownUntil: Day | null; now: Date },
): Promise<boolean> => {
  await ensureCalendar(trx, coordinatorId)
  const { numUpdatedRows } = await trx
    .updateTable('calendar')
    .set({ version: readVersion + 1, confirmedAt: now, knownUntil })
    .where('coordinatorId', '=', coordinatorId)
    .where('version', '=', readVersion)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const ensureCalendar = async (trx: Trx, coordinatorId: string): Promise<void> => {
  await trx
    .insertInto('calendar')
    .values({ coordinatorId })
    .onConflict((conflict) => conflict.column('coordinatorId').doNothing())
    .execute()
}

/** Confirms the calendar as of now. A new `knownUntil` is a change and turns the version; none leaves it. */
export const confirmCalendar = async (
  trx: Trx,
  coordinatorId: string,
  { knownUntil, now }: { knownUntil: Day | undefined; now: Date },
): Promise<void> => {
  await ensureCalendar(trx, coordinatorId)
  await trx
    .updateTable('calendar')
    .set((row) => ({
      confirmedAt: now,
      ...(knownUntil && {
        knownUntil,
        version: sql<number>`version + (${row.ref('knownUntil')} is distinct from ${knownUntil}::date)::int`,
      }),
    }))
    .where('coordinatorId', '=', coordinatorId)
    .execute()
}

/** Replaces what was written by hand; imported rows and those of bookings stay. */
export const replaceWritten = async (
  trx: Trx,
  coordinatorId: string,
  written: WrittenCalendar,
): Promise<void> => {
  await trx
    .deleteFrom('availabilityBlock')
    .where('coordinatorId', '=', coordinatorId)
    .where('source', 'in', ['manual', 'travel'])
    .execute()
  await trx.deleteFrom('weeklyRule').where('coordinatorId', '=', coordinatorId).execute()
  if (written.blocks.length > 0)
    await trx
      .insertInto('availabilityBlock')
      .values(
        written.blocks.map(({ from, to, kind, source, reason, note }) => ({
          coordinatorId,
          days: toDateRange({ from, to }),
          kind,
          source,
          reason,
          note,
        })),
      )
      .execute()
  if (written.weekly.length > 0)
    await trx
      .insertInto('weeklyRule')
      .values(written.weekly.map(({ weekday, rule }) => ({ coordinatorId, weekday, rule })))
      .execute()
}

/** What others would see of these days, were the profile public and open to them. */
export const listDayStates = async (
  db: Db | Trx,
  coordinatorId: string,
  days: readonly Day[],
  { today, now }: { today: Day; now: Date },
): Promise<Map<Day, DayState>> => {
  const { rows } = await sql<{ day: Day; state: DayState }>`
    select day, state from day_states(array[${coordinatorId}::uuid], ${[...days]}::date[], ${today}::date, ${now}::timestamptz)
  `.execute(db)
  return new Map(rows.map(({ day, state }) => [day, state]))
}

/** Bookings that weigh on the window: asked and unanswered, held and live, confirmed, or done. */
export const listHeldDays = async (
  db: Db | Trx,
  coordinatorId: string,
  window: DayRange,
  now: Date,
): Promise<HeldDays[]> => {
  const rows = await db
    .selectFrom('booking')
    .select(['id', 'state', 'exclusiveDays'])
    .where('coordinatorId', '=', coordinatorId)
    .where('state', 'in', [...liveStates, 'completed'])
    .where((row) => row.or([row('state', 'in', ['confirmed', 'completed']), row('expiresAt', '>', now)]))
    .where(sql<boolean>`exclusive_days && ${toDateRange(window)}::daterange`)
    .orderBy('requestedAt')
    .execute()
  return rows.map(({ id, state, exclusiveDays }) => ({
    id,
    days: exclusiveDays,
    state: heldAs[state] ?? 'requested',
  }))
}

const heldAs: Partial<Record<BookingState, HeldDays['state']>> = {
  option: 'option',
  confirmed: 'confirmed',
  completed: 'confirmed',
}

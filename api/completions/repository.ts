import type { Db, Sealer, Trx } from '@repere/db'
import type { CreditOutcome, CreditRole } from '@repere/db/vocabulary/completion.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Medium } from '@repere/db/vocabulary/medium.ts'
import { sql } from 'kysely'

/** The words of a credit are kept under the registry's own key: the keys of projects and bookings do not live as long. */
const purpose = 'confirmed-credit'

/** What was answered about a booking, opened. */
export const findAnswer = async (db: Db | Trx, sealer: Sealer, bookingId: string) => {
  const row = await db
    .selectFrom('confirmedCredit')
    .select(['id', 'outcome', 'role', 'daysOnSet', 'titleSealed', 'titleHiddenUntil'])
    .select(['confirmedAt', 'changedAt', 'shownAt'])
    .where('bookingId', '=', bookingId)
    .executeTakeFirst()
  if (!row) return undefined
  const { titleSealed, ...answer } = row
  return { ...answer, title: titleSealed && sealer.forPurpose(purpose).open(titleSealed) }
}

export type Answer = NonNullable<Awaited<ReturnType<typeof findAnswer>>>

export interface Answering {
  bookingId: string
  coordinatorId: string
  companyId: string
  discipline: Discipline
  kind: Medium
  year: number
  outcome: CreditOutcome
  confirmed: { role: CreditRole; daysOnSet: number; title: string; titleHiddenUntil: Day | null } | null
  isRetitled: boolean
}

/** Keeps an answer, the first or a corrected one. What does not count shows nowhere and stands for nothing. */
export const keepAnswer = async (
  trx: Trx,
  sealer: Sealer,
  { confirmed, isRetitled, ...answer }: Answering,
  now: Date,
): Promise<string> => {
  const said = {
    role: confirmed?.role ?? null,
    daysOnSet: confirmed?.daysOnSet ?? null,
    titleSealed: confirmed && sealer.forPurpose(purpose).seal(confirmed.title),
    titleHiddenUntil: confirmed?.titleHiddenUntil ?? null,
  }
  const { outcome } = answer
  const { id } = await trx
    .insertInto('confirmedCredit')
    .values({ ...answer, ...said, confirmedAt: now, changedAt: now })
    .onConflict((conflict) =>
      conflict.column('bookingId').doUpdateSet({
        outcome,
        ...said,
        changedAt: now,
        ...(isRetitled && { shownAt: null }),
        ...(confirmed === null && { shownAt: null, creditId: null }),
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The levels that a person declares, by discipline. */
export const findLevels = async (db: Db | Trx, coordinatorId: string) => {
  const row = await db
    .selectFrom('coordinator')
    .select(['levelIntimacy', 'levelEcoProduction'])
    .where('id', '=', coordinatorId)
    .executeTakeFirstOrThrow()
  return { intimacy: row.levelIntimacy, 'eco-production': row.levelEcoProduction }
}

/** Bookings of an account's company that are over and await an answer, the latest first. */
export const listAwaiting = (db: Db, accountId: string, now: Date) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .innerJoin('project', 'project.id', 'booking.projectId')
    .leftJoin('confirmedCredit', 'confirmedCredit.bookingId', 'booking.id')
    .select(['booking.id', 'booking.projectId', 'booking.days', 'booking.phases'])
    .select(['coordinator.displayName as coordinatorName', 'coordinator.timeZone'])
    .select(['coordinator.levelIntimacy', 'coordinator.levelEcoProduction', 'project.discipline'])
    .where('company.accountId', '=', accountId)
    .where('coordinator.accountId', 'is not', null)
    .where('confirmedCredit.id', 'is', null)
    .where('booking.state', 'in', ['confirmed', 'completed'])
    .where(sql<boolean>`(upper(booking.days) + 1)::timestamp at time zone coordinator.time_zone <= ${now}`)
    .orderBy(sql`upper(booking.days)`, 'desc')
    .orderBy('booking.id')
    .limit(50)
    .execute()

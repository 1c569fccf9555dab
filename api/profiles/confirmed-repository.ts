import type { Db, Sealer, Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { ConfirmedCredit } from './confirmed-rules.ts'
import { isConfidential } from './credit-rules.ts'

/** The credits that productions confirmed to a person, the latest first, opened. `today` is theirs. */
export const listConfirmed = async (
  db: Db | Trx,
  sealer: Sealer,
  coordinatorId: string,
  today: Day,
): Promise<ConfirmedCredit[]> => {
  const rows = await db
    .selectFrom('confirmedCredit as confirmed')
    .leftJoin('company', 'company.id', 'confirmed.companyId')
    .select(['confirmed.id', 'confirmed.bookingId', 'confirmed.discipline', 'confirmed.kind'])
    .select(['confirmed.year', 'confirmed.role', 'confirmed.daysOnSet', 'confirmed.titleSealed'])
    .select(['confirmed.titleHiddenUntil', 'confirmed.shownAt', 'confirmed.creditId'])
    .select('company.legalName')
    .where('confirmed.coordinatorId', '=', coordinatorId)
    .where('confirmed.outcome', '=', 'confirmed')
    .orderBy('confirmed.year', 'desc')
    .orderBy('confirmed.confirmedAt', 'desc')
    .orderBy('confirmed.id')
    .execute()
  const seal = sealer.forPurpose('confirmed-credit')
  return rows.map(({ titleSealed, legalName, shownAt, role, daysOnSet, ...row }) => ({
    ...row,
    role: role ?? 'coordinator',
    daysOnSet: daysOnSet ?? 0,
    title: titleSealed ? seal.open(titleSealed) : '',
    confidential: isConfidential({ confidentialUntil: row.titleHiddenUntil }, today),
    production: legalName || null,
    shown: shownAt !== null,
  }))
}

/** Shows a confirmed credit of this person or not, and says which declared one it stands for. False: not theirs. */
export const setConfirmed = async (
  trx: Trx,
  coordinatorId: string,
  { id, shown, creditId }: { id: string; shown: boolean; creditId: string | null },
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('confirmedCredit')
    .set((eb) => ({ creditId, shownAt: shown ? eb.fn.coalesce('shownAt', eb.val(now)) : null }))
    .where('id', '=', id)
    .where('coordinatorId', '=', coordinatorId)
    .where('outcome', '=', 'confirmed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

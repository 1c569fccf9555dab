import type { Db, Sealer, Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { type Credit, type DatedCredit, isConfidential } from './credit-rules.ts'
import { keepTexts, openTexts } from './credit-texts.ts'

/** The credits of a person in their own order, opened; `today` is theirs, and says which titles stay silent. */
export const listCredits = async (
  db: Db | Trx,
  sealer: Sealer,
  coordinatorId: string,
  today: Day,
): Promise<DatedCredit[]> => {
  const rows = await db
    .selectFrom('credit')
    .select(['id', 'kind', 'year', 'role', 'title', 'production', 'link', 'confidentialUntil', 'sealed'])
    .where('coordinatorId', '=', coordinatorId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, year, role, confidentialUntil, ...kept }) => ({
    id,
    kind,
    year,
    role,
    confidentialUntil,
    confidential: isConfidential({ confidentialUntil }, today),
    ...openTexts(sealer, kept),
  }))
}

type Words = Omit<Credit, 'id'>

const columnsOf = (sealer: Sealer, credit: Words) => ({
  kind: credit.kind,
  year: credit.year,
  role: credit.role,
  confidentialUntil: credit.confidentialUntil,
  ...keepTexts(sealer, credit, credit.confidentialUntil !== null),
})

export const insertCredit = async (
  trx: Trx,
  sealer: Sealer,
  credit: Words & { coordinatorId: string; position: number },
  now: Date,
): Promise<string> => {
  const { id } = await trx
    .insertInto('credit')
    .values({
      coordinatorId: credit.coordinatorId,
      position: credit.position,
      createdAt: now,
      updatedAt: now,
      ...columnsOf(sealer, credit),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Rewrites one credit of this person; says whether it was theirs. */
export const updateCredit = async (
  trx: Trx,
  sealer: Sealer,
  { coordinatorId, id, ...credit }: Credit & { coordinatorId: string },
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('credit')
    .set({ ...columnsOf(sealer, credit), updatedAt: now })
    .where('id', '=', id)
    .where('coordinatorId', '=', coordinatorId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const deleteCredit = async (trx: Trx, coordinatorId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('credit')
    .where('id', '=', id)
    .where('coordinatorId', '=', coordinatorId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The ids of a person's credits in their order; the person's row must be locked by the caller. */
export const listCreditIds = async (trx: Trx, coordinatorId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('credit')
    .select('id')
    .where('coordinatorId', '=', coordinatorId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export const orderCredits = async (trx: Trx, ids: readonly string[]): Promise<void> => {
  for (const [position, id] of ids.entries())
    await trx
      .updateTable('credit')
      .set({ position })
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute()
}

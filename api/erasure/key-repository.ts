import type { Trx } from '@repere/db'

/** Destroys keys: what they sealed cannot be read any more, here or in any copy of the database without its own key. */
export const destroyKeys = async (trx: Trx, ids: readonly string[], now: Date): Promise<number> => {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await trx
    .updateTable('sealingKey')
    .set({ wrapped: null, destroyedAt: now })
    .where('id', 'in', [...ids])
    .where('wrapped', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Keys that seal nothing any more. */
export const deleteKeys = async (trx: Trx, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await trx
      .deleteFrom('sealingKey')
      .where('id', 'in', [...ids])
      .execute()
}

import type { Db } from '@repere/db'

/** Accounts made before an instant whose address nobody proved: it may be somebody else's. */
export const listUnproven = async (db: Db, before: Date, most: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('emailVerifiedAt', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Accounts nobody used since a day, neither of the registry's staff nor of the demonstration, the longest first. */
export const listUnseen = (db: Db, before: string) =>
  db
    .selectFrom('account')
    .select(['id', 'email', 'locale', 'role', 'lastSeenOn', 'warnedOn'])
    .where('role', '<>', 'registrar')
    .where('demo', '=', false)
    .where('emailVerifiedAt', 'is not', null)
    .where('lastSeenOn', '<', before)
    .orderBy('lastSeenOn')
    .orderBy('id')
    .limit(1_000)
    .execute()

export type UnseenAccount = Awaited<ReturnType<typeof listUnseen>>[number]

/** Notes a warning, once for each absence; false when another process was faster, or the person came back. */
export const markWarned = async (
  db: Db,
  { id, lastSeenOn }: Pick<UnseenAccount, 'id' | 'lastSeenOn'>,
  today: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ warnedOn: today })
    .where('id', '=', id)
    .where('lastSeenOn', '=', lastSeenOn)
    .where((eb) => eb.or([eb('warnedOn', 'is', null), eb('warnedOn', '<=', lastSeenOn)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

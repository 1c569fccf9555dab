import type { Db, Trx } from '@repere/db'

/** Keeps a wording of a project’s brief, as it was sealed, when another takes its place. */
export const insertPastBrief = async (
  trx: Trx,
  { id, version, briefSealed }: { id: string; version: number; briefSealed: Buffer },
  replacedAt: Date,
): Promise<void> => {
  await trx.insertInto('pastBrief').values({ projectId: id, version, briefSealed, replacedAt }).execute()
}

/** The wordings of a project’s brief that were replaced since this instant, the oldest first. */
export const listPastBriefs = (db: Db, projectId: string, from: Date) =>
  db
    .selectFrom('pastBrief')
    .select(['briefSealed', 'replacedAt'])
    .where('projectId', '=', projectId)
    .where('replacedAt', '>', from)
    .orderBy('version')
    .execute()

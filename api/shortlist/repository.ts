import type { Db, Trx } from '@repere/db'
import { sql } from 'kysely'

/** The account's list: of public people only, in the order in which they were kept. */
export const listKept = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('shortlistEntry as entry')
    .innerJoin('publishedCoordinator as published', 'published.coordinatorId', 'entry.coordinatorId')
    .innerJoin('coordinator', 'coordinator.id', 'entry.coordinatorId')
    .select(['coordinator.slug', 'coordinator.displayName', 'coordinator.disciplines'])
    .where('entry.accountId', '=', accountId)
    .orderBy('entry.place')
    .execute()

/** Holds the account until the transaction ends: two browsers do not fill the last place both. */
export const lockList = async (trx: Trx, accountId: string): Promise<void> => {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
}

export const dropKept = async (trx: Trx, accountId: string, slugs: readonly string[]): Promise<void> => {
  await trx
    .deleteFrom('shortlistEntry')
    .where('accountId', '=', accountId)
    .where('coordinatorId', 'in', (eb) =>
      eb.selectFrom('coordinator').select('coordinator.id').where('slug', 'in', slugs),
    )
    .execute()
}

/** Adds those of them who are public, in this order; whoever stands there keeps the place. */
export const addKept = async (
  trx: Trx,
  accountId: string,
  slugs: readonly string[],
  now: Date,
): Promise<void> => {
  await sql`
    insert into shortlist_entry (account_id, coordinator_id, kept_at)
    select ${accountId}::uuid, coordinator.id, ${now}
    from unnest(${slugs}::text[]) with ordinality as wanted (slug, place)
    join coordinator on coordinator.slug = wanted.slug
    join published_coordinator on published_coordinator.coordinator_id = coordinator.id
    order by wanted.place
    on conflict do nothing`.execute(trx)
}

import type { Db, Trx } from '@repere/db'
import { sql } from 'kysely'
import { canonicalEntry, type Head } from './chain.ts'

/**
 * The latest entry anybody can read, and a transaction number drawn after it was read: whoever had one by then has a
 * lower one. The upper end of the snapshot would not do: it only passes the last number that has ended, and a writer who
 * drew a later number and an earlier id may still be at work.
 */
export const findMark = (db: Db): Promise<{ latest: number | null; horizon: string }> =>
  db
    .selectFrom('event')
    .select((eb) => [
      eb.fn.max('event.id').as('latest'),
      sql<string>`pg_current_xact_id()::text`.as('horizon'),
    ])
    .executeTakeFirstOrThrow()

/** Whether every transaction numbered below the horizon has ended. */
export const isSettled = async (db: Db, horizon: string): Promise<boolean> => {
  const { rows } = await sql<{ settled: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) >= ${horizon}::xid8 as settled`.execute(db)
  return rows[0]?.settled ?? false
}

/** Makes the caller the only sealer until its transaction ends; false when another one is at work. */
export const lockSealing = async (trx: Trx): Promise<boolean> => {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('audit-seal')) as locked`.execute(trx)
  return rows[0]?.locked ?? false
}

/** The last seal; undefined before the first. */
export const findHead = (db: Db | Trx): Promise<Head | undefined> =>
  db
    .selectFrom('auditSeal')
    .select(['eventId', 'hash'])
    .orderBy('eventId', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The next entries after an id, in their sealed form. A bound above, too, would mislead the planner into sorting. */
export const listEntries = (trx: Trx, after: number, limit: number) =>
  trx
    .selectFrom('event')
    .select(['id', canonicalEntry.as('entry')])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()

export const insertSeals = async (trx: Trx, seals: readonly Head[]): Promise<void> => {
  const ids = seals.map(({ eventId }) => eventId)
  const hashes = seals.map(({ hash }) => hash)
  await sql`insert into audit_seal (event_id, hash)
    select * from unnest(${ids}::bigint[], ${hashes}::bytea[])`.execute(trx)
}

export interface ChainLink {
  id: number
  /** Null where a seal stands without its entry. */
  entry: string | null
  /** Null where an entry is not sealed. */
  hash: Buffer | null
}

/** Entries and seals side by side over the next so many ids; none when there is nothing after. */
export const listLinks = async (trx: Trx, after: number, span: number): Promise<ChainLink[]> => {
  const { rows: starts } = await sql<{ first: number | null }>`select least(
    (select min(id) from event where id > ${after}),
    (select min(event_id) from audit_seal where event_id > ${after})) as first`.execute(trx)
  const first = starts[0]?.first ?? null
  if (first === null) return []
  const { rows } = await sql<ChainLink>`
    select coalesce(entries.id, seals.event_id) as id, entries.entry, seals.hash
    from (select event.id, ${canonicalEntry} as entry from event where event.id >= ${first} and event.id < ${first + span}) entries
    full join (select event_id, hash from audit_seal where event_id >= ${first} and event_id < ${first + span}) seals
      on seals.event_id = entries.id
    order by 1`.execute(trx)
  return rows
}

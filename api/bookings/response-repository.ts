import type { Db } from '@repere/db'
import { type RawBuilder, sql } from 'kysely'

interface Median {
  medianHours: number
  answers: number
}

/** Fewer say more about chance than about the person. */
const fewestAnswers = 5

const medianOf = async (db: Db, waits: RawBuilder<unknown>): Promise<Median | null> => {
  const { rows } = await sql<{ seconds: number | null; answers: number }>`
    select percentile_cont(0.5) within group (order by extract(epoch from wait)::float8) as seconds,
      count(*)::integer as answers
    from (${waits}) as waits where wait is not null`.execute(db)
  const [found] = rows
  if (!found || found.seconds === null || found.answers < fewestAnswers) return null
  return { medianHours: Math.round(found.seconds / 3600), answers: found.answers }
}

/** How long a coordinator takes from a request to the first answer, over the last two years. */
export const responseTimeOfCoordinator = (db: Db, coordinatorId: string, now: Date) =>
  medianOf(db, waitsFor(sql`coordinator.id = ${coordinatorId}`, now))

/** The same of a person known by the address of the page. */
export const responseTimeOfSlug = (db: Db, slug: string, now: Date) =>
  medianOf(db, waitsFor(sql`coordinator.slug = ${slug}`, now))

const waitsFor = (person: RawBuilder<unknown>, now: Date) => sql`select (
    select min(event.at) from event
    where event.subject_kind = 'booking' and event.subject_id = booking.id and event.actor_role = 'coordinator'
      and event.kind in ('booking.accepted', 'booking.declined', 'booking.countered')
  ) - booking.requested_at as wait
  from booking join coordinator on coordinator.id = booking.coordinator_id
  where ${person} and booking.requested_at > ${now}::timestamptz - interval '2 years'`

/** How long a company leaves a coordinator without an answer to an accepted option or a counter-offer. */
export const responseTimeOfCompany = (db: Db, companyId: string, now: Date) =>
  medianOf(
    db,
    sql`select (
        select min(answer.at) from event as answer
        where answer.subject_kind = 'booking' and answer.subject_id = booking.id and answer.id > said.id
          and answer.actor_role = 'production'
          and answer.kind in ('booking.confirmed', 'booking.released', 'booking.countered',
            'booking.counter-accepted', 'booking.declined', 'booking.withdrawn')
      ) - said.at as wait
      from booking join event as said on said.subject_kind = 'booking' and said.subject_id = booking.id
      where booking.company_id = ${companyId} and said.actor_role = 'coordinator'
        and said.kind in ('booking.accepted', 'booking.countered')
        and booking.requested_at > ${now}::timestamptz - interval '2 years'`,
  )

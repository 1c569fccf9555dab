import type { Db } from '@repere/db'
import type { LiveCredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { LanguageCode } from '@repere/db/vocabulary/language.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import { type RawBuilder, sql } from 'kysely'
import { type Filters, levelOf, type Viewer } from '../coordinators/filters.ts'
import type { ScheduleDay } from '../coordinators/match.ts'
import { askDays, multirange } from './days.ts'
import { rankBy } from './rank.ts'

/** What a project asks of whoever does it. */
export interface Needs {
  discipline: Discipline
  /** One of these is enough; empty: anywhere. */
  regions: readonly RegionCode[]
  /** Whether somebody from elsewhere may take the remote days alone. */
  elsewhere: boolean
  /** Every one of these. */
  languages: readonly LanguageCode[]
  /** The least state of one of the person's credentials in the discipline; a first-aid course proves none. */
  credentialState?: LiveCredentialState
  /** The days that decide, in order, each once. */
  schedule: readonly ScheduleDay[]
}

/** How a question about people stands: who asks, when, and who is out of reach. */
export interface Standing {
  viewer: Viewer
  today: Day
  moment: Date
  /** People who take nothing from whoever asks. */
  excluded: readonly string[]
}

export interface Met {
  id: string
  /** Free days among the schedule's, as Postgres writes a multirange. */
  free: string
  rank: number
  level: Level | null
  inRegion: boolean
  /** Whether the person meets the least state of proof; only people in training come without. */
  proven: boolean
  /** The best live credential in the discipline: its degree 1 to 3, its code, whether it is a certification. */
  degree: 1 | 2 | 3 | null
  code: string | null
  certification: boolean | null
}

type Predicate = RawBuilder<boolean>

/** Levels at which people learn the profession. */
const training: Record<Discipline, Level> = { intimacy: 'in-training', 'eco-production': 'assistant' }

export const isInTraining = (discipline: Discipline, level: Level | null): boolean =>
  level === training[discipline]

/**
 * Everybody public, not paused and not excluded who meets the needs, days aside; people in training without proof too.
 * Of a few people alone where they are named. One statement: all of it is of one moment.
 */
export const readMet = async (
  db: Db,
  needs: Needs,
  standing: Standing,
  only?: readonly string[],
): Promise<Met[]> => {
  const { needed, inRegion, proven, level } = conditionsOf(needs)
  const { rows } = await sql<Met>`
    ${proofAndSpoken(needs, standing, only)}
    select c.id, (${freeOf(needs, standing)})::text as free, ${rankBy(unsorted, standing.today)} as rank,
      ${level} as level, ${inRegion} as in_region, ${proven} as proven,
      proof.top as degree, proof.code, proof.certification
    ${fromPeople(needs, standing)}
      and (${proven} or ${level} = ${training[needs.discipline]})
      and ${among('c.id', only)}
      and ${sql.join(needed, sql` and `)}`.execute(db)
  return rows
}

/** How many would cover at least one day without each need; of `days`, how many meet all needs on whatever day. */
export interface WithoutNeed {
  credentialState?: number
  region?: number
  languages: { code: LanguageCode; count: number }[]
  days?: number
}

/** What each need costs: asked when nobody is left. */
export const countWithout = async (db: Db, needs: Needs, standing: Standing): Promise<WithoutNeed> => {
  const removable = {
    ...(needs.credentialState && { credentialState: { ...needs, credentialState: undefined } }),
    ...(needs.regions.length > 0 && { region: { ...needs, regions: [] } }),
    ...Object.fromEntries(
      needs.languages.map((code) => [
        `language ${code}`,
        { ...needs, languages: needs.languages.filter((other) => other !== code) },
      ]),
    ),
  }
  const remote = needs.schedule.filter((day) => day.remote).map(({ date }) => date)
  const free = freeOf(needs, standing)
  const coversFrom = (inRegion: Predicate) =>
    needs.schedule.length > 0
      ? sql`case when ${inRegion} then not isempty(${free}) else ${multirange(remote)} && ${free} end`
      : sql`true`
  const counts = Object.values(removable).map((fewer) => {
    const { credentialState, ...rest } = fewer
    const { needed, proven, inRegion } = conditionsOf({
      ...rest,
      ...(credentialState && { credentialState }),
    })
    const conditions = [...needed, proven, coversFrom(inRegion)]
    return sql`count(*) filter (where ${sql.join(conditions, sql` and `)})`
  })
  const { needed, proven } = conditionsOf(needs)
  const met = sql`count(*) filter (where ${sql.join([...needed, proven], sql` and `)})`
  const { rows } = await sql<{ counts: number[] }>`
    ${proofAndSpoken(needs, standing)}
    select array[${sql.join([met, ...counts])}]::int[] as counts ${fromPeople(needs, standing)}`.execute(db)
  const [days = 0, ...others] = rows[0]?.counts ?? []
  const countOf = new Map(Object.keys(removable).map((name, index) => [name, others[index] ?? 0]))
  const [credentialState, region] = [countOf.get('credentialState'), countOf.get('region')]
  return {
    ...(credentialState !== undefined && { credentialState }),
    ...(region !== undefined && { region }),
    languages: needs.languages.map((code) => ({ code, count: countOf.get(`language ${code}`) ?? 0 })),
    ...(needs.schedule.length > 0 && { days }),
  }
}

/** Nobody sorts a match: rank is evidence, freshness and completeness. */
const unsorted = { sort: 'relevance' } as Filters

const conditionsOf = ({ discipline, regions, elsewhere, languages, credentialState }: Needs) => {
  const inRegion: Predicate = regions.length > 0 ? sql`c.regions && ${[...regions]}::text[]` : sql`true`
  const spoken: Predicate =
    languages.length > 0 ? sql`coalesce(spoken.codes @> ${[...languages]}::text[], false)` : sql`true`
  const proven: Predicate = credentialState
    ? sql`coalesce(proof.top >= ${levelOf(credentialState)}, false)`
    : sql`true`
  const level = discipline === 'intimacy' ? sql`c.level_intimacy` : sql`c.level_eco_production`
  return { inRegion, proven, level, needed: [elsewhere ? sql`true` : inRegion, spoken] }
}

const freeOf = ({ schedule }: Needs, { viewer, ...at }: Standing) =>
  schedule.length === 0
    ? sql`'{}'::datemultirange`
    : askDays(
        schedule.map(({ date }) => date),
        'any',
        viewer,
        at,
      ).free

const among = (column: string, only: readonly string[] | undefined): Predicate =>
  only ? sql`${sql.ref(column)} = any(${[...only]}::uuid[])` : sql`true`

/**
 * Proof, languages and live options of everybody at once: person by person, thousands of look-ups would take longer
 * than the whole question. `badge` says what `credential_standing` says of one person.
 */
const proofAndSpoken = (
  { discipline, schedule }: Needs,
  { today, moment }: Standing,
  only?: readonly string[],
) => sql`
  with decided as materialized (
    select distinct on (credential_id) credential_id, decision, valid_until
    from credential_decision ${only ? sql`where credential_id in (select id from credential where ${among('coordinator_id', only)})` : sql``}
    order by credential_id, decided_at desc, id desc
  ),
  badge as (
    select held.coordinator_id, held.code, t.kind = 'certification' as certification,
      case last.decision when 'confirm' then 3 when 'document-seen' then 2 else 1 end as level
    from credential held
    join credential_type t on t.code = held.code and t.kind <> 'safety' and t.disciplines @> ${[discipline]}::text[]
    left join decided last on last.credential_id = held.id
    where ${among('held.coordinator_id', only)} and coalesce(last.decision not in ('refuse', 'withdraw'), true)
      and coalesce(least(last.valid_until, held.expires_on) >= ${today}::date, true)
  ),
  proof as materialized (
    select distinct on (coordinator_id) coordinator_id, level as top, code, certification
    from badge order by coordinator_id, level desc, certification desc, code
  ),
  spoken as materialized (
    select coordinator_id, array_agg(code) as codes from coordinator_language
    where ${among('coordinator_id', only)} group by coordinator_id
  ),
  optioned as materialized (
    select coordinator_id, range_agg(exclusive_days) as days from booking
    where ${among('coordinator_id', only)} and state = 'option' and expires_at > ${moment}
      and exclusive_days && ${multirange(schedule.map(({ date }) => date))}
    group by coordinator_id
  )`

const fromPeople = ({ discipline }: Needs, { moment, excluded }: Standing) => sql`
  from coordinator c
  join published_coordinator on published_coordinator.coordinator_id = c.id
  left join calendar k on k.coordinator_id = c.id
  left join coordinator_days d on d.coordinator_id = c.id
  left join optioned o on o.coordinator_id = c.id
  left join proof on proof.coordinator_id = c.id
  left join spoken on spoken.coordinator_id = c.id
  where c.disciplines @> ${[discipline]}::text[]
    and not is_paused(c.paused_at, c.paused_until, c.time_zone, ${moment})
    and c.id <> all(${[...excluded]}::uuid[])`

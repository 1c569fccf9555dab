import { type Db, plannedOnce, toMultirange } from '@repere/db'
import { audienceOf, type Visibility } from '@repere/db/vocabulary/choice-field.ts'
import { addDays, type Day, type DayRange, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { LanguageCode, LanguageLevel } from '@repere/db/vocabulary/language.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import type { Mentoring } from '@repere/db/vocabulary/mentoring.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import { type RawBuilder, sql } from 'kysely'
import type { HeldCredential, Person } from '../coordinators/person.ts'

interface Row
  extends Pick<
    Person,
    | 'id'
    | 'slug'
    | 'displayName'
    | 'titleForm'
    | 'headlineFr'
    | 'headlineEn'
    | 'bioFr'
    | 'bioEn'
    | 'daysVisibility'
    | 'specialisms'
  > {
  disciplines: Discipline[]
  regions: RegionCode[]
  baseRegion: RegionCode | null
  levelIntimacy: Level<'intimacy'> | null
  levelEcoProduction: Level<'eco-production'> | null
  visibility: Visibility
  mentoring: Mentoring
  photo: string | null
  paused: boolean
  pauseEndsAt: Date | null
  languages: { code: LanguageCode; level: LanguageLevel }[] | null
  credentials: HeldCredential[] | null
  confirmedOn: Day | null
  staleOn: Day | null
  knownUntil: Day | null
  taken: DayRange[] | null
  tentative: DayRange[] | null
  opened: DayRange[] | null
  weekly: number | null
  options: { from: Day; until: Day; expiresAt: string }[] | null
}

/** Which days of the calendars are wanted: those asked, all of them, or none. */
export type WantedDays = readonly Day[] | 'all'

/**
 * Reads published people by id, in no order; whoever is not public any more is left out. The only way search reads
 * a profile: what is not read here can be in no document and on no card.
 */
export const readPeople = (db: Db, ids: readonly string[], days: WantedDays): Promise<Person[]> =>
  readWhere(db, sql`id = any(${ids}::uuid[])`, days)

/** The one published person of this address, or undefined. */
export const readPersonBySlug = async (db: Db, slug: string, days: WantedDays): Promise<Person | undefined> =>
  (await readWhere(db, sql`slug = ${slug}`, days))[0]

// The people first, by their key, whatever the planner believes of tables it has not analysed yet.
const readWhere = async (db: Db, who: RawBuilder<boolean>, days: WantedDays): Promise<Person[]> => {
  const { rows } = await sql<Row>`
    ${plannedOnce} with c as materialized (select * from coordinator where ${who})
    select c.id, c.slug, c.display_name, c.title_form, c.headline_fr, c.headline_en, c.bio_fr, c.bio_en,
      c.disciplines, c.level_intimacy, c.level_eco_production, c.base_region, c.regions, c.specialisms, c.visibility, c.mentoring,
      (select id from photo where coordinator_id = c.id) as photo,
      c.days_visibility, c.paused_at is not null as paused, pause_ends_at(c.paused_until, c.time_zone) as pause_ends_at,
      (k.confirmed_at at time zone c.time_zone)::date as confirmed_on,
      stale_on(k.confirmed_at, c.time_zone) as stale_on, ${spoken} as languages, ${held} as credentials,
      ${days.length > 0 ? calendarOf(days) : noCalendar}
    from c
    join published_coordinator on published_coordinator.coordinator_id = c.id
    left join calendar k on k.coordinator_id = c.id
    left join coordinator_days d on d.coordinator_id = c.id`.execute(db)
  return rows.map(toPerson)
}

const spoken = sql`(
  select json_agg(json_build_object('code', code, 'level', level) order by level <> 'native', code)
  from coordinator_language where coordinator_id = c.id)`

const held = sql`(
  select json_agg(json_build_object('code', code, 'standing', standing, 'endsOn', ends_on) order by code)
  from credential_standing where coordinator_id = c.id and not refused)`

const calendarOf = (days: WantedDays) => {
  const within = (column: string) =>
    days === 'all'
      ? sql.ref(column)
      : sql`${sql.ref(column)} * ${toMultirange(rangesOf(days))}::datemultirange`
  return sql`k.known_until, d.weekly,
    ${within('d.taken')} as taken, ${within('d.tentative')} as tentative, ${within('d.opened')} as opened, (
      select json_agg(json_build_object('from', lower(run), 'until', upper(run), 'expiresAt', booking.expires_at))
      from booking, unnest(booking.exclusive_days) as run
      where booking.coordinator_id = c.id and booking.state = 'option') as options`
}

const noCalendar = sql`null as known_until, null as weekly, null as taken, null as tentative,
  null as opened, null as options`

const toPerson = (row: Row): Person => {
  const showsBio = audienceOf(row.visibility, 'bio') === 'public'
  return {
    id: row.id,
    slug: row.slug,
    displayName: row.displayName,
    titleForm: row.titleForm,
    headlineFr: row.headlineFr,
    headlineEn: row.headlineEn,
    bioFr: showsBio ? row.bioFr : null,
    bioEn: showsBio ? row.bioEn : null,
    hasBio: Boolean(row.bioFr || row.bioEn),
    disciplines: row.disciplines,
    levels: {
      ...(row.levelIntimacy && { intimacy: row.levelIntimacy }),
      ...(row.levelEcoProduction && { 'eco-production': row.levelEcoProduction }),
    },
    baseRegion: row.baseRegion,
    regions: row.regions,
    specialisms: row.specialisms,
    languages: row.languages ?? [],
    credentials: row.credentials ?? [],
    photo: audienceOf(row.visibility, 'photo') === 'public' ? row.photo : null,
    mentoring: audienceOf(row.visibility, 'mentoring') === 'public' ? row.mentoring : null,
    pause: row.paused ? { endsAt: row.pauseEndsAt } : null,
    daysVisibility: row.daysVisibility,
    confirmedOn: row.confirmedOn,
    calendar: {
      taken: row.taken ?? [],
      tentative: row.tentative ?? [],
      opened: row.opened ?? [],
      weekly: row.weekly ?? 0,
      knownUntil: row.knownUntil,
      staleOn: row.staleOn,
    },
    options: (row.options ?? []).map(({ from, until, expiresAt }) => ({
      days: [{ from, to: addDays(until, -1) }],
      expiresAt: new Date(expiresAt),
    })),
  }
}

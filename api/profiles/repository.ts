import type { Database, Db, Sealer, Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { dayIn } from '@repere/db/vocabulary/day.ts'
import { type Selectable, sql } from 'kysely'
import { listConfirmed } from './confirmed-repository.ts'
import { listCredits } from './credit-repository.ts'
import { listPairs } from './pair-repository.ts'
import { isOn } from './pause-rules.ts'
import type { Profile, ProfileCredential, Rate } from './present-rules.ts'
import { profileColumns } from './profile-columns.ts'
import { provisionalSlug } from './slug-rules.ts'

/** Without what search makes of it. */
type CoordinatorRow = Omit<Selectable<Database['coordinator']>, 'words' | 'spelt'>

/** A profile as its owner keeps it: what anybody may come to see, and what only the owner knows. */
export interface OwnProfile extends Profile {
  id: string
  timeZone: string
  emailVerified: boolean
  knownUntil: Day | null
  publishedAt: Date | null
  pausedAt: Date | null
  updatedAt: Date
}

/** Makes the row that everything of a person hangs on, private and without an address, unless it is there. */
export const ensureCoordinator = async (
  trx: Trx,
  account: { id: string; displayName: string },
  now: Date,
): Promise<string> => {
  // An erasure under way ends first, so that nothing is written for somebody who is gone.
  await trx.selectFrom('account').select('id').where('id', '=', account.id).forKeyShare().execute()
  await trx
    .insertInto('coordinator')
    .values({
      accountId: account.id,
      slug: provisionalSlug(account.id),
      displayName: account.displayName,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .execute()
  const { id } = await trx
    .selectFrom('coordinator')
    .select('id')
    .where('accountId', '=', account.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return id
}

/** Where a person lives, as far as days go. */
export const findTimeZone = async (db: Db | Trx, coordinatorId: string): Promise<string> => {
  const { timeZone } = await db
    .selectFrom('coordinator')
    .select('timeZone')
    .where('id', '=', coordinatorId)
    .executeTakeFirstOrThrow()
  return timeZone
}

/** The profile of an account; undefined before its first row. `now` decides what has expired. */
export const findOwnProfile = async (
  db: Db | Trx,
  sealer: Sealer,
  accountId: string,
  now: Date,
): Promise<OwnProfile | undefined> => {
  const row = await selectProfile(db).where('coordinator.accountId', '=', accountId).executeTakeFirst()
  return row && withParts(db, sealer, row, now)
}

/** The profile of somebody published, by slug; undefined for everybody else, whether they exist or not. */
export const findPublishedProfile = async (
  db: Db | Trx,
  sealer: Sealer,
  slug: string,
  now: Date,
): Promise<OwnProfile | undefined> => {
  const row = await selectProfile(db)
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .where('coordinator.slug', '=', slug)
    .executeTakeFirst()
  return row && withParts(db, sealer, row, now)
}

/** Published people whose pages search engines may list, as their owners chose; as many as one sitemap holds. */
export const listIndexed = (db: Db) =>
  db
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .select(['coordinator.slug', 'coordinator.updatedAt'])
    .where('coordinator.indexingAllowed', '=', true)
    .orderBy('coordinator.slug')
    .limit(25_000)
    .execute()

const selectProfile = (db: Db | Trx) =>
  db
    .selectFrom('coordinator')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .leftJoin('calendar', 'calendar.coordinatorId', 'coordinator.id')
    .select(profileColumns)
    .leftJoin('photo', 'photo.coordinatorId', 'coordinator.id')
    .select(['photo.id as photoId'])
    .select(['account.email', 'account.emailVerifiedAt', 'calendar.confirmedAt', 'calendar.knownUntil'])

type ProfileRow = CoordinatorRow & {
  email: string
  emailVerifiedAt: Date | null
  confirmedAt: Date | null
  photoId: string | null
  knownUntil: Day | null
}

const withParts = async (db: Db | Trx, sealer: Sealer, row: ProfileRow, now: Date): Promise<OwnProfile> => {
  const languages = await db
    .selectFrom('coordinatorLanguage')
    .select(['code', 'level'])
    .where('coordinatorId', '=', row.id)
    .orderBy(sql`array_position(array['native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'], level)`)
    .orderBy('code')
    .execute()
  const credentials = await listProfileCredentials(db, row.id, dayIn('UTC', now))
  const today = dayIn(row.timeZone, now)
  const credits = await listCredits(db, sealer, row.id, today)
  const confirmedCredits = await listConfirmed(db, sealer, row.id, today)
  const pairs = await listPairs(db, row.id)
  const lists = { languages, credentials, credits, confirmedCredits, pairs }
  return { ...toProfile(row), ...toPause(row, now), ...lists }
}

const listProfileCredentials = (
  db: Db | Trx,
  coordinatorId: string,
  today: Day,
): Promise<ProfileCredential[]> =>
  db
    .selectFrom('credentialStanding as standing')
    .innerJoin('credential', 'credential.id', 'standing.credentialId')
    .select(({ ref }) => [
      'standing.code',
      'standing.refused',
      'standing.endsOn',
      'credential.issuedOn',
      sql<
        ProfileCredential['state']
      >`credential_state(${ref('standing.standing')}, ${ref('standing.endsOn')}, ${today})`.as('state'),
      sql<Day | null>`(${ref('standing.decidedAt')} at time zone 'Europe/Paris')::date`.as('checkedOn'),
    ])
    .where('standing.coordinatorId', '=', coordinatorId)
    .execute()

/** A pause that is over says nothing any more. */
const toPause = (row: ProfileRow, now: Date): Pick<OwnProfile, 'paused' | 'pausedAt' | 'pausedUntil'> => {
  const { pausedAt, pausedUntil } = row
  return isOn(row, dayIn(row.timeZone, now))
    ? { paused: true, pausedAt, pausedUntil }
    : { paused: false, pausedAt: null, pausedUntil: null }
}

type Lists = 'languages' | 'credentials' | 'credits' | 'confirmedCredits' | 'pairs'
type Parts = Lists | 'paused' | 'pausedAt' | 'pausedUntil'

const toProfile = (row: ProfileRow): Omit<OwnProfile, Parts> => ({
  id: row.id,
  slug: row.slug,
  displayName: row.displayName,
  titleForm: row.titleForm,
  pronouns: row.pronouns,
  disciplines: row.disciplines,
  levels: {
    ...(row.levelIntimacy && { intimacy: row.levelIntimacy }),
    ...(row.levelEcoProduction && { 'eco-production': row.levelEcoProduction }),
  },
  headline: toTexts(row.headlineFr, row.headlineEn),
  bio: toTexts(row.bioFr, row.bioEn),
  baseRegion: row.baseRegion,
  regions: row.regions,
  specialisms: row.specialisms,
  media: row.media,
  employmentForms: row.employmentForms,
  remotePrep: row.remotePrep,
  noticeDays: row.noticeDays,
  mentoring: row.mentoring,
  daysOnSet: row.daysOnSet,
  productionsCount: row.productionsCount,
  workingSince: row.workingSince,
  rate: toRate(row),
  mobility: row.mobility,
  countries: row.countries,
  workPermits: row.workPermits,
  labels: row.labels,
  tools: row.tools,
  insured: row.insured,
  firstAid: row.firstAid,
  codeOfConduct: row.codeOfConduct === null ? null : { name: row.codeOfConduct, link: row.codeOfConductLink },
  legalName: row.legalName,
  phone: row.phone,
  photo: row.photoId,
  email: row.email,
  timeZone: row.timeZone,
  daysVisibility: row.daysVisibility,
  visibility: row.visibility,
  indexingAllowed: row.indexingAllowed,
  calendarConfirmedOn: row.confirmedAt && dayIn(row.timeZone, row.confirmedAt),
  emailVerified: row.emailVerifiedAt !== null,
  knownUntil: row.knownUntil,
  publishedAt: row.publishedAt,
  updatedAt: row.updatedAt,
})

const toTexts = (fr: string | null, en: string | null) => ({ ...(fr && { fr }), ...(en && { en }) })

const toRate = ({ rateFromCents, rateToCents, rateCurrency }: CoordinatorRow): Rate | null =>
  rateFromCents === null || rateToCents === null
    ? null
    : { fromCents: rateFromCents, toCents: rateToCents, currency: rateCurrency }

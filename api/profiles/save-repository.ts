import type { Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import { sql } from 'kysely'

import type { Profile } from './present-rules.ts'
import { freeSlug } from './slug-rules.ts'

/** What a save replaces. Slug, publication and pause have doors of their own. */
export type ProfileFields = Omit<
  Profile,
  | 'slug'
  | 'email'
  | 'paused'
  | 'pausedUntil'
  | 'credentials'
  | 'credits'
  | 'confirmedCredits'
  | 'pairs'
  | 'photo'
  | 'calendarConfirmedOn'
> & { timeZone: string }

/** Replaces the whole profile, column by column: what is absent becomes empty. */
export const replaceProfile = async (
  trx: Trx,
  id: string,
  fields: ProfileFields,
  now: Date,
): Promise<void> => {
  await trx
    .updateTable('coordinator')
    .set({
      displayName: fields.displayName,
      titleForm: fields.titleForm,
      pronouns: fields.pronouns,
      headlineFr: fields.headline.fr ?? null,
      headlineEn: fields.headline.en ?? null,
      bioFr: fields.bio.fr ?? null,
      bioEn: fields.bio.en ?? null,
      disciplines: fields.disciplines,
      levelIntimacy: fields.levels.intimacy ?? null,
      levelEcoProduction: fields.levels['eco-production'] ?? null,
      baseRegion: fields.baseRegion,
      regions: fields.regions,
      specialisms: fields.specialisms,
      media: fields.media,
      employmentForms: fields.employmentForms,
      remotePrep: fields.remotePrep,
      noticeDays: fields.noticeDays,
      mentoring: fields.mentoring,
      daysOnSet: fields.daysOnSet,
      productionsCount: fields.productionsCount,
      workingSince: fields.workingSince,
      rateFromCents: fields.rate?.fromCents ?? null,
      rateToCents: fields.rate?.toCents ?? null,
      rateCurrency: fields.rate?.currency ?? 'EUR',
      mobility: fields.mobility,
      countries: fields.countries,
      workPermits: fields.workPermits,
      labels: fields.labels,
      tools: fields.tools,
      insured: fields.insured,
      firstAid: fields.firstAid,
      codeOfConduct: fields.codeOfConduct?.name ?? null,
      codeOfConductLink: fields.codeOfConduct?.link ?? null,
      legalName: fields.legalName,
      phone: fields.phone,
      timeZone: fields.timeZone,
      daysVisibility: fields.daysVisibility,
      visibility: JSON.stringify(fields.visibility),
      indexingAllowed: fields.indexingAllowed,
      updatedAt: now,
    })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('coordinatorLanguage').where('coordinatorId', '=', id).execute()
  if (fields.languages.length > 0)
    await trx
      .insertInto('coordinatorLanguage')
      .values(fields.languages.map(({ code, level }) => ({ coordinatorId: id, code, level })))
      .execute()
}

/** What a draft may begin with: words somebody else wrote, so few, and none that opens anything. */
export interface DraftFields {
  disciplines: Discipline[]
  titleForm: string
  headline: { fr?: string; en?: string }
  regions: RegionCode[]
}

/** Writes the beginnings of a draft; its slug, its audiences and all else wait for its owner's first save. */
export const writeDraft = async (trx: Trx, id: string, draft: DraftFields, now: Date): Promise<void> => {
  await trx
    .updateTable('coordinator')
    .set({
      disciplines: draft.disciplines,
      titleForm: draft.titleForm,
      headlineFr: draft.headline.fr ?? null,
      headlineEn: draft.headline.en ?? null,
      regions: draft.regions,
      updatedAt: now,
    })
    .where('id', '=', id)
    .execute()
}

/**
 * Gives the profile its address for good: the wanted slug, or that and a number when namesakes were first. Two
 * namesakes in the same instant meet at the unique constraint: the caller tries its transaction again.
 */
export const fixSlug = async (trx: Trx, id: string, wanted: string): Promise<string> => {
  const namesakes = await trx
    .selectFrom('coordinator')
    .select('slug')
    .where((row) => row.or([row('slug', '=', wanted), row('slug', 'like', `${wanted}-%`)]))
    .execute()
  const slug = freeSlug(wanted, new Set(namesakes.map((row) => row.slug)))
  await trx.updateTable('coordinator').set({ slug }).where('id', '=', id).execute()
  return slug
}

/**
 * Which of these specialisms the catalogue offers, and whose skill each is. A retired one counts for who has it already:
 * nobody loses a skill by saving something else.
 */
export const listSpecialisms = (trx: Trx, accountId: string, codes: readonly string[]) =>
  codes.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('specialism')
        .select(['code', 'discipline'])
        .where('code', 'in', codes)
        .where(({ or, eb }) => or([eb('retiredAt', 'is', null), isNamedBy(accountId, 'specialism')]))
        .execute()

const columnOf = { specialism: 'specialisms', label: 'labels', tool: 'tools' } as const

const isNamedBy = (accountId: string, table: keyof typeof columnOf) => sql<boolean>`exists (
  select from coordinator where account_id = ${accountId}
    and ${sql.ref(`coordinator.${columnOf[table]}`)} @> array[${sql.ref(`${table}.code`)}])`

/** Which of these labels and tools the catalogue offers, or the person named before they were retired. */
export const listExperienceWords = async (
  trx: Trx,
  accountId: string,
  { labels, tools }: { labels: readonly string[]; tools: readonly string[] },
): Promise<{ labels: string[]; tools: string[] }> => {
  const known = async (table: 'label' | 'tool', codes: readonly string[]) => {
    if (codes.length === 0) return []
    const rows = await trx
      .selectFrom(table)
      .select('code')
      .where('code', 'in', codes)
      .where(({ or, eb }) => or([eb('retiredAt', 'is', null), isNamedBy(accountId, table)]))
      .execute()
    return rows.map(({ code }) => code)
  }
  return { labels: await known('label', labels), tools: await known('tool', tools) }
}

/** Publishes since `now`, or takes back; says whether that changed anything. */
export const setPublished = async (trx: Trx, id: string, publishedAt: Date | null): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('coordinator')
    .set({ publishedAt })
    .where('id', '=', id)
    .where('publishedAt', publishedAt ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Pauses since an instant, until a day if that is said; or, with neither, resumes. */
export const setPaused = async (
  trx: Trx,
  id: string,
  { pausedAt, pausedUntil }: { pausedAt: Date | null; pausedUntil: Day | null },
): Promise<void> => {
  await trx.updateTable('coordinator').set({ pausedAt, pausedUntil }).where('id', '=', id).execute()
}

/** Keeps the proof that the person asked to be public, and the version of the text they read. */
export const insertConsent = async (
  trx: Trx,
  accountId: string,
  wording: string,
  now: Date,
): Promise<void> => {
  await trx.insertInto('consent').values({ accountId, kind: 'publication', wording, givenAt: now }).execute()
}

export const withdrawConsents = async (trx: Trx, accountId: string, now: Date): Promise<void> => {
  await trx
    .updateTable('consent')
    .set({ withdrawnAt: now })
    .where('accountId', '=', accountId)
    .where('kind', '=', 'publication')
    .where('withdrawnAt', 'is', null)
    .execute()
}

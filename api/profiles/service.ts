import { meaningOf, type Sealer, type Trx } from '@repere/db'
import { type Day, dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { recorderOf } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { type FieldError, refuse } from '../problem.ts'
import { canPauseUntil, longestPauseMonths } from './pause-rules.ts'
import { type PresentedProfile, presentProfile } from './present-rules.ts'
import { ensureCoordinator, findOwnProfile, findPublishedProfile, type OwnProfile } from './repository.ts'
import { findFaults, type Judged, missingToPublish, publicationWording } from './rules.ts'
import {
  type DraftFields,
  fixSlug,
  insertConsent,
  listExperienceWords,
  listSpecialisms,
  type ProfileFields,
  replaceProfile,
  setPaused,
  setPublished,
  withdrawConsents,
  writeDraft,
} from './save-repository.ts'
import { isProvisional, toSlug } from './slug-rules.ts'
import { chooseTitle } from './title-rules.ts'
import type { Viewer } from './viewer-rules.ts'

export { isConfidential } from './credit-rules.ts'
export { type PresentedProfile, presentProfile } from './present-rules.ts'
export { canSee as canSeeField, type Viewer } from './viewer-rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'sealer'>

/** The person's row, made on first need and locked: credentials and calendar hang on it before any profile does. */
export const ensureProfile = (trx: Trx, account: SignedIn, now: Date): Promise<string> =>
  ensureCoordinator(trx, account, now)

/** Begins the draft of a new account with what an invitation held. Nothing of it is public, nor complete. */
export const beginDraft = async (
  trx: Trx,
  account: { id: string; displayName: string },
  draft: DraftFields,
  now: Date,
): Promise<void> => {
  const id = await ensureCoordinator(trx, account, now)
  await writeDraft(trx, id, { ...draft, titleForm: chooseTitle(draft.titleForm, draft.disciplines) }, now)
}

/** The coordinator's own profile; an empty draft is begun for who has none. */
export const readOwnProfile = async (
  { db, clock, sealer }: Stand,
  account: SignedIn,
): Promise<OwnProfile> => {
  const now = clock.now()
  const profile = await findOwnProfile(db, sealer, account.id, now)
  if (profile) return profile
  return db.transaction().execute(async (trx) => {
    await ensureCoordinator(trx, account, now)
    return getOwnProfile(sealer, trx, account, now)
  })
}

/** A published profile as one viewer sees it; undefined for everybody else, whether they exist or not. */
export const findProfileFor = async (
  { db, clock, sealer }: Stand,
  slug: string,
  viewer: Viewer,
): Promise<PresentedProfile | undefined> => {
  const profile = await findPublishedProfile(db, sealer, slug, clock.now())
  return profile && presentProfile(profile, viewer)
}

/** Replaces the profile. Refuses words the catalogue does not know, and emptying a public profile of its needs. */
export const saveProfile = async (
  deps: Stand,
  account: SignedIn,
  asked: ProfileFields,
): Promise<OwnProfile> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await deps.db.transaction().execute((trx) => save(deps, trx, account, asked))
    } catch (error) {
      // A namesake took the address in the same instant: now that theirs is visible, the next number is free.
      if (meaningOf(error) !== 'slug-taken' || tries === 10) throw error
    }
}

const save = async (
  { clock, sealer }: Stand,
  trx: Trx,
  account: SignedIn,
  asked: ProfileFields,
): Promise<OwnProfile> => {
  const now = clock.now()
  const catalogue = {
    specialisms: await listSpecialisms(trx, account.id, asked.specialisms),
    ...(await listExperienceWords(trx, account.id, asked)),
  }
  refuseFaults(findFaults(asked, catalogue, now.getUTCFullYear()))
  const fields = { ...asked, titleForm: chooseTitle(asked.titleForm, asked.disciplines) }
  const id = await ensureCoordinator(trx, account, now)
  await replaceProfile(trx, id, fields, now)
  const saved = await getOwnProfile(sealer, trx, account, now)
  if (saved.publishedAt) refuseIncomplete(saved)
  const slug = isProvisional(saved.slug) ? await fixSlug(trx, id, toSlug(fields.displayName)) : saved.slug
  await tell(trx, account, id, 'profile.saved', now, { published: saved.publishedAt !== null })
  return { ...saved, slug }
}

/** Makes the profile public, keeping the consent. Refuses an unproven address first, then what is missing. */
export const publish = ({ db, clock, sealer }: Stand, account: SignedIn): Promise<OwnProfile> => {
  if (!account.emailVerified) return refuse('email-not-verified')
  return db.transaction().execute(async (trx) => {
    const now = clock.now()
    const id = await ensureCoordinator(trx, account, now)
    refuseIncomplete(await getOwnProfile(sealer, trx, account, now))
    if (await setPublished(trx, id, now)) {
      await insertConsent(trx, account.id, publicationWording, now)
      await tell(trx, account, id, 'profile.published', now, { wording: publicationWording })
    }
    return getOwnProfile(sealer, trx, account, now)
  })
}

/** Takes the profile back from the very next request on. Nothing to take back is no error. */
export const unpublish = ({ db, clock, sealer }: Stand, account: SignedIn): Promise<OwnProfile> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const id = await ensureCoordinator(trx, account, now)
    if (await setPublished(trx, id, null)) {
      await withdrawConsents(trx, account.id, now)
      await tell(trx, account, id, 'profile.unpublished', now)
    }
    return getOwnProfile(sealer, trx, account, now)
  })

/** Pauses, until a day if that is said: the page stays and says so, the days read unknown, and no request comes in. Or takes requests again. */
export const changePause = (
  { db, clock, sealer }: Stand,
  account: SignedIn,
  pause: { until: Day | null } | null,
): Promise<OwnProfile> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const id = await ensureCoordinator(trx, account, now)
    const { paused, pausedAt, pausedUntil, timeZone } = await getOwnProfile(sealer, trx, account, now)
    if (!pause) {
      await setPaused(trx, id, { pausedAt: null, pausedUntil: null })
      if (paused) await tell(trx, account, id, 'profile.resumed', now)
    } else {
      const { until } = pause
      if (until && !canPauseUntil(until, dayIn(timeZone, now))) refuseFaults([wrongEnd])
      await setPaused(trx, id, { pausedAt: pausedAt ?? now, pausedUntil: until })
      if (!paused || until !== pausedUntil)
        await tell(trx, account, id, 'profile.paused', now, until ? { until } : {})
    }
    return getOwnProfile(sealer, trx, account, now)
  })

const wrongEnd: FieldError = {
  pointer: '/until',
  detail: `must be today or a day to come, within ${longestPauseMonths} months`,
}

const tell = recorderOf('coordinator', 'coordinator')

/** What completeness is judged on. */
export const toJudged = (profile: OwnProfile): Judged => ({
  ...profile,
  credentialCount: presentProfile(profile, 'public').credentials.length,
  daysKnown: profile.knownUntil !== null,
})

const getOwnProfile = async (sealer: Sealer, trx: Trx, account: SignedIn, now: Date): Promise<OwnProfile> => {
  const profile = await findOwnProfile(trx, sealer, account.id, now)
  if (!profile) throw new Error('the profile just made is not there')
  return profile
}

const refuseIncomplete = (profile: OwnProfile): void => {
  const missing = missingToPublish(toJudged(profile))
  if (missing.length > 0) refuse('profile-incomplete', { members: { missing } })
}

const refuseFaults = (errors: FieldError[]): void => {
  if (errors.length > 0) refuse('invalid-request', { errors })
}

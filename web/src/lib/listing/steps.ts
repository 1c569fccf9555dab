import type { OwnProfile, ProfileItem } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'

export const stepNames = ['who', 'where', 'credentials', 'days', 'publish'] as const

export type StepName = (typeof stepNames)[number]

/** The five steps of the listing path, in order. */
export const steps: Record<StepName, { path: string; title: () => string }> = {
  who: { path: '/me/profile/who', title: () => m.listing_step_who() },
  where: { path: '/me/profile/where', title: () => m.listing_step_where() },
  credentials: { path: '/me/profile/credentials', title: () => m.listing_step_credentials() },
  days: { path: '/me/profile/days', title: () => m.listing_step_days() },
  publish: { path: '/me/profile/publish', title: () => m.listing_step_publish() },
}

const fieldOfItem: Record<Exclude<ProfileItem, 'levels'>, string> = {
  displayName: '/me/profile/who#field-displayName',
  disciplines: '/me/profile/who#field-disciplines',
  headline: '/me/profile/who#field-headline.fr',
  specialisms: '/me/profile/who#skills',
  bio: '/me/profile/who#field-bio.fr',
  frenchText: '/me/profile/who#field-headline.fr',
  englishText: '/me/profile/who#field-headline.en',
  regions: '/me/profile/where#field-regions',
  languages: '/me/profile/where#field-languages',
  employmentForms: '/me/profile/where#field-employmentForms',
  credentials: '/me/profile/credentials#add',
  experience: '/me/profile/credentials#field-daysOnSet',
  credits: '/me/profile/credits#credit-form',
  days: '/me/profile/days',
  verifiedEmail: '/verify-email',
}

/** Where an item of completeness is filled in: the page, and the field on it. */
export const linkOfItem = (item: ProfileItem, profile: Pick<OwnProfile, 'disciplines' | 'levels'>): string =>
  item === 'levels'
    ? `/me/profile/who#field-levels.${profile.disciplines.find((word) => !profile.levels[word]) ?? 'intimacy'}`
    : fieldOfItem[item]

const needed: Record<StepName, readonly ProfileItem[]> = {
  who: ['displayName', 'disciplines', 'levels', 'headline'],
  where: ['regions', 'languages'],
  credentials: ['credentials'],
  days: ['days'],
  publish: [],
}

/** Whether a step says what people will look for there. */
export const isStepDone = (
  step: StepName,
  profile: Pick<OwnProfile, 'completeness' | 'published'>,
): boolean =>
  step === 'publish'
    ? profile.published
    : needed[step].every((item) => profile.completeness.some((line) => line.item === item && line.done))

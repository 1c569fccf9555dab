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

/** Where each item of completeness is filled in. */
export const stepOfItem: Record<ProfileItem, StepName> = {
  displayName: 'who',
  disciplines: 'who',
  levels: 'who',
  headline: 'who',
  specialisms: 'who',
  bio: 'who',
  englishText: 'who',
  regions: 'where',
  languages: 'where',
  employmentForms: 'where',
  credentials: 'credentials',
  days: 'days',
  verifiedEmail: 'publish',
}

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

export const nextStep = (step: StepName): StepName | undefined => stepNames[stepNames.indexOf(step) + 1]

export const stepBefore = (step: StepName): StepName | undefined => stepNames[stepNames.indexOf(step) - 1]

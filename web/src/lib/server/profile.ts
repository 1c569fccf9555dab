import type { OwnProfile, ProfileInput } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { bodyOf } from './answer.ts'

export const readProfile = async (event: RequestEvent): Promise<OwnProfile> =>
  bodyOf(await apiFor(event).me.profile.$get())

/** A profile as its owner would send it again, unchanged. */
const toInput = ({
  slug,
  email,
  emailVerified,
  published,
  publishedAt,
  paused,
  pausedAt,
  pausedUntil,
  updatedAt,
  photo,
  completeness,
  ...input
}: OwnProfile): ProfileInput => ({
  ...input,
  visibility: input.visibility as NonNullable<ProfileInput['visibility']>,
})

/** Saves one step of the listing path: the rest of the profile stays as it was. */
export async function saveStep(event: RequestEvent, step: Partial<ProfileInput>) {
  const profile = await readProfile(event)
  const visibility = { ...toInput(profile).visibility, ...step.visibility }
  const json = { ...toInput(profile), ...step, visibility }
  return apiFor(event).me.profile.$put({ json: keepLevelsOf(json) })
}

/** Levels, skills, labels and tools go with their discipline when it is unticked, instead of refusing the form. */
const keepLevelsOf = (input: ProfileInput): ProfileInput => ({
  ...input,
  ...(input.disciplines?.includes('eco-production') ? {} : { labels: [], tools: [] }),
  levels: Object.fromEntries(
    Object.entries(input.levels ?? {}).filter(
      ([discipline, level]) => level && input.disciplines?.some((chosen) => chosen === discipline),
    ),
  ),
})

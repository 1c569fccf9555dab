import { addDays, type Day, type DayState, dayIn, type Viewer } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { steps } from '#lib/listing/steps.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { profileWords } from '#lib/server/profile-words.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

/** The page as its readers will have it: the profile and the days through the eyes that the address names. */
export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const { profile, preview, reference, viewer } = await event.parent()
  if (!profile.slug) redirect(303, to(steps.who.path))
  const today = dayIn(profile.timeZone, new Date())
  const { days } = await apiFor(event)
    .me.availability.days.$get({ query: { from: today, to: addDays(today, 364) } })
    .then(bodyOf)
  const hidden = profile.paused || !seesDays(viewer, profile.daysVisibility)
  return {
    today,
    days: days.map(({ date, state }): { date: Day; state: DayState } => ({
      date,
      state: hidden ? 'unknown' : state,
    })),
    words: profileWords(reference, preview, event.locals.locale),
  }
}

const seesDays = (viewer: Viewer, audience: 'everyone' | 'verified-productions'): boolean =>
  viewer !== 'public' || audience === 'everyone'

import {
  addDays,
  type Day,
  dayIn,
  type OfferedReferee,
  type PublicAvailability,
  type SeenProfile,
} from '@repere/api/client.ts'
import { error } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { paris } from '#lib/dates/instants.ts'
import { daysAsked } from '#lib/search/days.ts'
import { readSearch } from '#lib/search/query.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { profileWords } from '#lib/server/profile-words.ts'
import { requestReferee } from '#lib/server/referees.ts'
import { readReference } from '#lib/server/reference.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** The profile as this reader may see it, and a year of days; the days asked for in the search come along. */
export const load: PageServerLoad = async (event) => {
  const today = dayIn(paris, new Date())
  const { query } = readSearch(event.url.searchParams, today)
  const { slug } = event.params
  const [profile, days, reference, own, referees] = await Promise.all([
    readProfile(event, slug),
    readDays(event, slug, today),
    readReference(event),
    isOwn(event, slug),
    readReferees(event, slug),
  ])
  const asked = daysAsked(query).filter((day) => day >= today)
  return {
    profile,
    today,
    own,
    referees,
    days,
    asked: days.filter(({ date }) => asked.includes(date)),
    words: profileWords(reference, profile, event.locals.locale),
  }
}

export const actions: Actions = {
  referee: (event) => requestReferee(event, event.params.slug),
}

async function readProfile(event: Parameters<PageServerLoad>[0], slug: string): Promise<SeenProfile> {
  const response = await apiFor(event)
    .coordinators[':slug'].$get({ param: { slug } })
    .catch(() => error(503))
  if (response.status === 200) return await response.json()
  const { status } = await problemOf(response)
  return error(status === 400 ? 404 : status)
}

/** One year from today on; none when the api cannot say, which the page tells as unknown. */
async function readDays(
  event: Parameters<PageServerLoad>[0],
  slug: string,
  today: Day,
): Promise<PublicAvailability['days']> {
  const response = await apiFor(event)
    .coordinators[':slug'].availability.$get({
      param: { slug },
      query: { from: today, to: addDays(today, 364) },
    })
    .catch(() => null)
  return response?.status === 200 ? (await response.json()).days : []
}

/** Whether a coordinator reads their own page. */
async function isOwn(event: Parameters<PageServerLoad>[0], slug: string): Promise<boolean> {
  if (event.locals.account?.role !== 'coordinator') return false
  const response = await apiFor(event)
    .me.profile.$get()
    .catch(() => null)
  return response?.status === 200 && (await response.json()).slug === slug
}

/** Whom a production may ask about this person; nobody for everybody else. */
async function readReferees(event: Parameters<PageServerLoad>[0], slug: string): Promise<OfferedReferee[]> {
  if (event.locals.account?.role !== 'production') return []
  const response = await apiFor(event)
    .coordinators[':slug'].referees.$get({ param: { slug } })
    .catch(() => null)
  return response?.status === 200 ? (await response.json()).items : []
}

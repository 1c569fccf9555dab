import { type Day, dayIn, type SeenProfile } from '@repere/api/client.ts'
import { error, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { pairOf } from '#lib/compare/pair.ts'
import { type Compared, rowsOf, titleOf } from '#lib/compare/rows.ts'
import { paris } from '#lib/dates/instants.ts'
import { to } from '#lib/links.ts'
import { carriedOf } from '#lib/search/carried.ts'
import { withDays } from '#lib/search/changes.ts'
import { daysAsked } from '#lib/search/days.ts'
import { lookedFor } from '#lib/search/looked-for.ts'
import { readSearch } from '#lib/search/query.ts'
import { readDayStates } from '#lib/server/day-states.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { profileWords } from '#lib/server/profile-words.ts'
import { namesIn, readReference } from '#lib/server/reference.ts'
import type { PageServerLoad } from './$types.ts'

type Event = Parameters<PageServerLoad>[0]

/** How many stand side by side at most. */
const most = 4

/** The people of the address in its order, each as this reader may see them, on the days of the search they come from. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals
  const today = dayIn(paris, new Date())
  const read = readSearch(event.url.searchParams, today)
  const days = daysAsked(read.query).filter((day) => day >= today)
  const query = withDays(read.query, days)
  const named = [...new Set(event.url.searchParams.getAll('coordinator'))].filter((slug) => slug !== '')
  // Every link of the page's frame says its address again: a crowd goes no further than here.
  if (named.length > 2 * most) {
    const first = named.slice(0, 2 * most).map((slug) => ['coordinator', slug])
    redirect(303, to(`/coordinators/compare?${new URLSearchParams([...first, ...carriedOf(query)])}`))
  }
  const slugs = named.slice(0, most)
  const [reference, ...found] = await Promise.all([
    readReference(event),
    ...slugs.map((slug) => readOne(event, slug, days)),
  ])
  const people = found.flatMap((one) =>
    one ? [{ ...one, words: profileWords(reference, one.profile, locale) }] : [],
  )
  event.setHeaders({ 'cache-control': 'private, no-store' })
  return {
    people: people.map(({ profile, asked }) => ({
      slug: profile.slug,
      name: profile.displayName,
      title: titleOf(profile, locale),
      photo: profile.photo,
      paused: profile.paused,
      asked,
    })),
    rows: rowsOf(people satisfies Compared[], today, locale),
    pair: pairOf(people.map(({ asked }) => asked.map(({ state }) => state))),
    eco: people.length > 0 && people.every(({ profile }) => profile.disciplines[0] === 'eco-production'),
    gone: slugs.length - people.length,
    others: named.slice(most),
    days,
    carried: carriedOf(query),
    lookedFor: lookedFor(query, namesIn(reference, locale), locale),
    today,
  }
}

/** Nothing of somebody who is not public any more: not even who it was. */
async function readOne(event: Event, slug: string, days: readonly Day[]) {
  const [profile, asked] = await Promise.all([readProfile(event, slug), readDayStates(event, slug, days)])
  return profile && { profile, asked }
}

async function readProfile(event: Event, slug: string): Promise<SeenProfile | null> {
  const response = await apiFor(event)
    .coordinators[':slug'].$get({ param: { slug } })
    .catch(() => error(503))
  if (response.status === 200) return await response.json()
  const { status } = await problemOf(response)
  return status === 404 || status === 400 ? null : error(status)
}

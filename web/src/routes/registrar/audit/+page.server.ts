import { dayIn } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { paris } from '#lib/dates/instants.ts'
import { readTrailSearch } from '#lib/registrar/trail-search.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { locale } = event.locals
  const { searchParams } = event.url
  const search = readTrailSearch(searchParams, locale, dayIn(paris, new Date()))
  const before = /^[1-9]\d{0,14}$/.exec(searchParams.get('before') ?? '')?.[0]
  const asked = Object.keys(search.errors).length > 0 ? null : search.query
  const query = { perPage: '40', ...asked, ...(before && { before }) }
  const trail = asked && (await bodyOf(await apiFor(event).registrar.audit.$get({ query })))
  return { search, trail, before, locale, refusal: asked ? undefined : sentenceOf('invalid-request', locale) }
}

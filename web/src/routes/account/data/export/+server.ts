import { error } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { confirmFirst } from '#lib/server/confirm-first.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { RequestHandler } from './$types.ts'

const handedOn = ['content-type', 'content-disposition', 'cache-control']

/** The archive, as the answer to the one button of the page: nothing of it is kept here. */
export const POST: RequestHandler = async (event) => {
  requireRole(
    { locals: event.locals, url: new URL(to('/account/data'), event.url) },
    'coordinator',
    'production',
  )
  const answer = await apiFor(event).me.export.$post()
  if (!answer.ok) {
    const refusal = await problemOf(answer)
    confirmFirst({ url: new URL(to('/account/data'), event.url) }, refusal)
    error(refusal.status, sentenceOf(refusal.code, event.locals.locale))
  }
  const headers = handedOn.map((name) => [name, answer.headers.get(name) ?? ''] as [string, string])
  return new Response(await answer.arrayBuffer(), { headers })
}

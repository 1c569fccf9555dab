import { redirect } from '@sveltejs/kit'
import { themes } from '#lib/server/theme.ts'
import type { RequestHandler } from './$types.js'

const oneYear = 365 * 86_400

/** Keeps the theme a person chose, and leads back to the page they chose it on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData()
  const theme = themes.find((known) => known === form.get('theme')) ?? 'auto'
  const secure = url.protocol === 'https:'
  cookies.set('theme', theme, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: oneYear })
  redirect(303, ownPath(form.get('back'), url))
}

/** Only a path of this site: an address of another one in the form leads home. */
function ownPath(back: FormDataEntryValue | null, url: URL): string {
  if (typeof back !== 'string' || !URL.canParse(back, url)) return '/'
  const target = new URL(back, url)
  return target.origin === url.origin ? target.pathname + target.search : '/'
}

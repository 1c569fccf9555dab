import { redirect } from '@sveltejs/kit'
import { ownPath } from '#lib/server/own-path.ts'
import { themes } from '#lib/server/theme.ts'
import type { RequestHandler } from './$types.js'

const oneYear = 365 * 86_400

/** Keeps the theme a person chose, and leads back to the page they chose it on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData()
  const theme = themes.find((known) => known === form.get('theme')) ?? 'auto'
  const secure = url.protocol === 'https:'
  cookies.set('theme', theme, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: oneYear })
  redirect(303, ownPath(form.get('back')) ?? '/')
}

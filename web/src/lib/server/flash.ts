import type { Cookies, RequestEvent } from '@sveltejs/kit'

/** A sentence that outlives one redirect: what was just done, for the polite live region of the next page. */
export interface Flash {
  kind: 'done' | 'warning'
  text: string
}

/** Keeps a sentence for the next page. Call it in an action just before `redirect(303, …)`. */
export function setFlash(event: RequestEvent, text: string, kind: Flash['kind'] = 'done'): void {
  const value = JSON.stringify({ kind, text: text.slice(0, 500) })
  const secure = event.url.protocol === 'https:'
  event.cookies.set('flash', value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 })
}

/** Takes the sentence, once. */
export function takeFlash(cookies: Cookies): Flash | null {
  const value = cookies.get('flash')
  if (value === undefined) return null
  cookies.delete('flash', { path: '/' })
  try {
    const { kind, text } = JSON.parse(value) as Partial<Flash>
    return typeof text === 'string' ? { kind: kind === 'warning' ? 'warning' : 'done', text } : null
  } catch {
    return null
  }
}

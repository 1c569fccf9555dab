import type { RequestEvent } from '@sveltejs/kit'

type SetOptions = Parameters<RequestEvent['cookies']['set']>[2]

/** Hands the cookies of an api answer on to the browser: needed after signing in, signing up and signing out. */
export function copyCookies(event: RequestEvent, response: Pick<Response, 'headers'>): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const at = pair.indexOf('=')
    event.cookies.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), toOptions(attributes))
  }
}

function toOptions(attributes: string[]): SetOptions {
  const given = new Map(
    attributes.map((text) => [text.split('=')[0]?.toLowerCase() ?? '', text.split('=')[1] ?? '']),
  )
  const maxAge = given.get('max-age')
  return {
    path: given.get('path') ?? '/',
    httpOnly: given.has('httponly'),
    secure: given.has('secure'),
    sameSite: 'lax',
    ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
  }
}

/** The pages that take a file; everywhere else a form is words. */
const withFile = [
  '/me/calendar/import',
  '/me/credentials',
  '/me/profile/credentials',
  '/me/profile/photo',
  '/registrar/imports',
]

const longest = 512 * 1_024

/**
 * Whether a form of words is longer than any, told before any of it is read. Browsers always say how long a form is;
 * what does not is none. A page that takes a file says itself that one is too large: no more than 6 MB of it are read.
 */
export function isTooLarge(request: Request, route: string | null): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.body === null) return false
  const length = request.headers.get('content-length')
  if (length === null) return true
  return Number(length) > longest && (route === null || !withFile.includes(route))
}

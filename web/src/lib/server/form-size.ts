/** The pages that take a file; everywhere else a form is words. */
const withFile = ['/me/credentials', '/me/profile/credentials', '/me/profile/photo', '/registrar/imports']

const longest = { words: 512 * 1_024, file: 6 * 1_048_576 } as const

/**
 * Whether a form is longer than its page may take, told before any of it is read. Browsers always say how long a form
 * is; what does not is none.
 */
export function isTooLarge(request: Request, route: string | null): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.body === null) return false
  const length = request.headers.get('content-length')
  if (length === null) return true
  return Number(length) > (route !== null && withFile.includes(route) ? longest.file : longest.words)
}

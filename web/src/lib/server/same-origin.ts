const safe = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request may have been forged by another site. On unsafe methods `Sec-Fetch-Site` must be same-origin if
 * present, `Origin` ours if present, and one of the two must be there: every browser sends at least one with a form.
 */
export function isForged(request: Request, ourOrigin: string): boolean {
  if (safe.includes(request.method)) return false
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin') return true
  if (origin !== null && origin !== ourOrigin) return true
  return site === null && origin === null
}

/**
 * Where mail programs post for their reader (RFC 8058): a form, from anywhere, without a session. The sealed token in
 * the address is the whole authority, so there is nothing for another site to borrow.
 */
export const isOneClick = (method: string, path: string): boolean =>
  method === 'POST' && /^\/api\/(?:unsubscriptions|saved-search-stops)\/[^/]+$/.test(path)

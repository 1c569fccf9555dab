import { isIPv6 } from 'node:net'
import { createMiddleware } from 'hono/factory'
import type { HttpEnv } from './router.ts'

/**
 * The client's address. The API listens on loopback only, so whoever reaches it is our own front or page server, and the
 * last hop of `x-forwarded-for` is theirs. IPv6 counts by its /64, which one household holds whole.
 */
export const readAddress = createMiddleware<HttpEnv>(async (c, next) => {
  const [client = 'local'] = (c.req.header('x-forwarded-for') ?? 'local').split(',').slice(-1)
  c.set('address', householdOf(client.trim()))
  await next()
})

/** An IPv4 address as it is; the /64 of an IPv6 address, spelled out so that one network has one name. */
export const householdOf = (address: string): string => {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail = ''] = address.replace(/%.*$/, '').toLowerCase().split('::')
  const [first, last] = [head, tail].map((part) => (part ? part.split(':') : [])) as [string[], string[]]
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0')
  const groups = [...first, ...zeros, ...last].slice(0, 4)
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}

import { createMiddleware } from 'hono/factory'
import type { HttpEnv } from './router.ts'

/**
 * The client's address. The API listens on loopback only, so whoever reaches it is our own front or page server, and the
 * last hop of `x-forwarded-for` is theirs. IPv6 counts by its /64, which one household holds whole.
 */
export const readAddress = createMiddleware<HttpEnv>(async (c, next) => {
  const [client = 'local'] = (c.req.header('x-forwarded-for') ?? 'local').split(',').slice(-1)
  c.set('address', prefixOf(client.trim()))
  await next()
})

const prefixOf = (address: string) =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address

import { createMiddleware } from 'hono/factory'
import type { Config } from '../config.ts'
import { refuse } from '../problem.ts'
import { isOneClick } from './one-click.ts'
import type { HttpEnv } from './router.ts'
import { isUpload } from './uploads.ts'

const safe = ['GET', 'HEAD', 'OPTIONS']

interface Signs {
  method: string
  site: string | undefined
  origin: string | undefined
  hasCookie: boolean
}

/**
 * Whether a request may have been forged by another site. On unsafe methods all must hold: `Sec-Fetch-Site` is
 * same-origin if present, `Origin` is ours if present, and a request with a cookie carries one of the two.
 */
export const isForged = ({ method, site, origin, hasCookie }: Signs, ourOrigin: string): boolean => {
  if (safe.includes(method)) return false
  if (site !== undefined && site !== 'same-origin') return true
  if (origin !== undefined && origin !== ourOrigin) return true
  return hasCookie && site === undefined && origin === undefined
}

/** Refuses requests that other sites make in a person's name. */
export const refuseForged = (config: Pick<Config, 'origin'>) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    const signs = {
      method: c.req.method,
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      hasCookie: c.req.header('cookie') !== undefined,
    }
    if (!isOneClick(c.req.method, c.req.path) && isForged(signs, config.origin)) refuse('cross-origin')
    await next()
  })

/**
 * Unsafe requests with a body speak JSON, nothing a plain form of another site could send; where a file is taken, a form
 * with parts, which {@link refuseForged} alone has to tell from a forged one.
 */
export const requireOwnType = createMiddleware<HttpEnv>(async (c, next) => {
  const type = c.req.header('content-type')
  const hasBody =
    Number(c.req.header('content-length') ?? '0') > 0 || c.req.header('transfer-encoding') !== undefined
  const wanted = isUpload(c.req.method, c.req.path) ? formWithParts : json
  const anyType = safe.includes(c.req.method) || isOneClick(c.req.method, c.req.path)
  if (!anyType && (hasBody || type !== undefined) && !wanted.test(type?.trim() ?? ''))
    refuse('unsupported-media-type')
  await next()
})

const json = /^application\/json(?:\s*;|$)/i
const formWithParts = /^multipart\/form-data\s*;/i

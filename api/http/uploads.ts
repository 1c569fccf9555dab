import { z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../problem.ts'
import { isModestForm } from './form-rules.ts'
import type { HttpEnv } from './router.ts'

const megabyte = 1_048_576

/** The operations that take a form with a file; everything else speaks JSON. A test compares with the document. */
export const uploads: readonly (readonly [method: string, path: string])[] = [
  ['PUT', '/api/me/credentials/{id}/evidence'],
  ['PUT', '/api/me/profile/photo'],
  ['POST', '/api/registrar/imports'],
  ['POST', '/api/me/calendar-import'],
]

const patterns = uploads.map(([method, path]) => ({
  method,
  path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

/** Whether a request goes where files are taken. */
export const isUpload = (method: string, path: string): boolean =>
  patterns.some((one) => one.method === method && one.path.test(path))

const ordinary = bodyLimit({ maxSize: megabyte, onError: () => refuse('body-too-large') })
/** Five megabytes, and what a form writes around them. */
const withFile = bodyLimit({ maxSize: 5 * megabyte + 65_536, onError: () => refuse('file-too-large') })

/** No body is read further than it may be long. */
export const limitBody = createMiddleware<HttpEnv>((c, next) =>
  isUpload(c.req.method, c.req.path) ? withFile(c, next) : ordinary(c, next),
)

/**
 * Turns away forms that are all parts and headings, before they are taken apart. Of nobody who is not signed in: their
 * forms are not read at all.
 */
export const refuseCrowdedForm = createMiddleware<HttpEnv>(async (c, next) => {
  if (c.var.account && isUpload(c.req.method, c.req.path)) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (!isModestForm(bytes, c.req.header('content-type') ?? ''))
      refuse('invalid-request', { errors: [{ pointer: '', detail: 'must be a form of a few parts' }] })
  }
  await next()
})

/** The part of a form that holds a file. */
export const fileField = z
  .instanceof(File, { error: 'must be a file' })
  .refine((sent) => sent.name !== '' || sent.size > 0, 'must be a file')
  .openapi({ type: 'string', format: 'binary' })

/** A request whose body is a form with one file, named `file`. */
export const fileBody = {
  body: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: z.strictObject({ file: fileField }),
      },
    },
  },
} as const

/** An answer that is a file: kept aside by the browser, drawn by none, cached nowhere. */
export const fileAnswer = (description: string, mediaTypes: readonly string[]) => ({
  description,
  content: Object.fromEntries(
    mediaTypes.map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }]),
  ),
})

/** The headers of such an answer. A name outside ASCII travels as RFC 6266 says. */
export const fileHeaders = ({ name, mediaType }: { name: string; mediaType: string }) => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeName(name)}`,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cache-control': 'no-store',
})

const encodeName = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

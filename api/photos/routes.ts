import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { readerOf } from '../http/session.ts'
import { refuse } from '../problem.ts'
import { putPhotoRoute, readPhotoRoute, removePhotoRoute } from './contract.ts'
import { toCrop } from './rules.ts'
import { putPhoto, readPhoto, removePhoto } from './service.ts'

export const photosRoutes = (deps: Deps) =>
  createRouter()
    .openapi(putPhotoRoute, async (c) => {
      const { file, ...part } = c.req.valid('form')
      const crop = toCrop(part)
      if (crop === 'incomplete')
        return refuse('invalid-request', {
          errors: [{ pointer: '/width', detail: 'must name a part within the picture, with all four sides' }],
        })
      return c.json(await putPhoto(deps, c.var.account, file, crop), 200)
    })
    .openapi(removePhotoRoute, async (c) => {
      await removePhoto(deps, c.var.account)
      return c.body(null, 204)
    })
    .openapi(readPhotoRoute, async (c) => {
      await deps.limits.spend('photo-view', [readerOf(c.var)])
      const { id } = c.req.valid('param')
      const { size } = c.req.valid('query')
      const { bytes, mediaType } = await readPhoto(deps, c.var.account, id, size)
      const etag = `"${id}-${size}"`
      // Kept, but asked about before every use: what is taken back is gone at the next request.
      const headers = { 'cache-control': 'private, no-cache', etag, vary: 'cookie' }
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
      return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-type': mediaType })
    })

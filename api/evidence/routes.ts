import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { fileHeaders } from '../http/uploads.ts'
import { getEvidenceRoute, putEvidenceRoute, readEvidenceRoute, removeEvidenceRoute } from './contract.ts'
import { openForRegistrar, openOwnEvidence, putEvidence, removeEvidence } from './service.ts'

export const evidenceRoutes = (deps: Deps) =>
  createRouter()
    .openapi(putEvidenceRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await putEvidence(deps, c.var.account, id, c.req.valid('form').file), 200)
    })
    .openapi(getEvidenceRoute, async (c) => {
      const file = await openOwnEvidence(deps, c.var.account, c.req.valid('param').id)
      return c.body(new Uint8Array(file.bytes), 200, fileHeaders(file))
    })
    .openapi(removeEvidenceRoute, async (c) => {
      await removeEvidence(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })
    .openapi(readEvidenceRoute, async (c) => {
      const file = await openForRegistrar(deps, c.var.account, c.req.valid('param').id)
      return c.body(new Uint8Array(file.bytes), 200, fileHeaders(file))
    })

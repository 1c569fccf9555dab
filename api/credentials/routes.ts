import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { presentThread } from '../inquiries/service.ts'
import {
  declareCredentialRoute,
  listCredentialsRoute,
  type OwnCredentialShape,
  removeCredentialRoute,
} from './contract.ts'
import { isShownToOthers } from './rules.ts'
import { declare, listMine, type ProvenCredential, takeBack } from './service.ts'

export const credentialsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listCredentialsRoute, async (c) => {
      const items = (await listMine(deps, c.var.account)).map(present)
      return c.json({ items, total: items.length, page: 1, perPage: Math.max(items.length, 1) }, 200)
    })
    .openapi(declareCredentialRoute, async (c) =>
      c.json(present(await declare(deps, c.var.account, c.req.valid('json'))), 201),
    )
    .openapi(removeCredentialRoute, async (c) => {
      await takeBack(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })

const present = (credential: ProvenCredential): OwnCredentialShape => ({
  id: credential.id,
  code: credential.code,
  number: credential.number,
  issuedOn: credential.issuedOn,
  expiresOn: credential.expiresOn,
  state: credential.state,
  shown: isShownToOthers(credential),
  refused: credential.refused,
  endsOn: credential.endsOn,
  declaredAt: credential.declaredAt.toISOString(),
  evidence: credential.evidence,
  thread: credential.thread && presentThread(credential.thread),
  decision:
    credential.decision && credential.decidedAt
      ? {
          decision: credential.decision,
          reason: credential.reason ?? '',
          decidedAt: credential.decidedAt.toISOString(),
        }
      : null,
})

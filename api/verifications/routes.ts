import { writeVerificationCode } from '@repere/db/vocabulary/verification-code.ts'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { readerOf } from '../http/session.ts'
import {
  createVerificationRoute,
  listVerificationsRoute,
  type OwnVerificationShape,
  revokeVerificationRoute,
  type VerifiedCredentialShape,
  verifyRoute,
} from './contract.ts'
import { give, listMine, takeBack, type Verified, verify } from './service.ts'

export const verificationsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(verifyRoute, async (c) => {
      await deps.limits.spend('verification', [readerOf(c.var)])
      const verified = await verify(deps, c.req.valid('param').code)
      // Only whoever was given the address comes here; no engine should.
      c.header('x-robots-tag', 'noindex')
      c.header('cache-control', 'no-store')
      return c.json(present(verified), 200)
    })
    .openapi(listVerificationsRoute, async (c) =>
      c.json({ items: (await listMine(deps, c.var.account)).map(presentOwn) }, 200),
    )
    .openapi(createVerificationRoute, async (c) =>
      c.json(presentOwn(await give(deps, c.var.account, c.req.valid('param').id)), 201),
    )
    .openapi(revokeVerificationRoute, async (c) => {
      await takeBack(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })

const present = (verified: Verified): VerifiedCredentialShape => ({
  displayName: verified.displayName,
  slug: verified.slug,
  credential: {
    code: verified.code,
    nameFr: verified.nameFr,
    nameEn: verified.nameEn,
    issuer: verified.issuer,
    country: verified.country,
  },
  state: verified.state,
  issuedOn: verified.issuedOn,
  endsOn: verified.endsOn,
  checkedAt: verified.checkedAt?.toISOString() ?? null,
  history: verified.history.map(({ event, at }) => ({ event, at: at.toISOString() })),
  asOf: verified.asOf.toISOString(),
})

const presentOwn = (own: { credentialId: string; code: string; createdAt: Date }): OwnVerificationShape => ({
  credentialId: own.credentialId,
  code: writeVerificationCode(own.code),
  createdAt: own.createdAt.toISOString(),
})

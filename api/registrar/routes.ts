import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { presentThread } from '../inquiries/service.ts'
import { type DeskCompany, decideOnCompany, readCompanies } from './company-service.ts'
import {
  decideCompanyRoute,
  decideCredentialRoute,
  listCompaniesRoute,
  listCompanyTemplatesRoute,
  listCredentialTemplatesRoute,
  listQueueRoute,
  type QueuedCompanyShape,
  type QueuedCredentialShape,
  readDeskRoute,
} from './contract.ts'
import type { Waiting } from './desk-repository.ts'
import { splitReason } from './rules.ts'
import { type DeskCredential, decideOnCredential, readDesk, readQueue } from './service.ts'
import { readCompanyTemplates, readCredentialTemplates } from './template-service.ts'

export const registrarRoutes = (deps: Deps) =>
  createRouter()
    .openapi(readDeskRoute, async (c) => {
      const { credentials, companies } = await readDesk(deps)
      return c.json({ credentials: presentWaiting(credentials), companies: presentWaiting(companies) }, 200)
    })
    .openapi(listQueueRoute, async (c) => {
      const query = c.req.valid('query')
      const { items, total } = await readQueue(deps, query)
      return c.json(
        { items: items.map(presentCredential), total, page: query.page, perPage: query.perPage },
        200,
      )
    })
    .openapi(decideCredentialRoute, async (c) => {
      const { id } = c.req.valid('param')
      const decided = await decideOnCredential(deps, c.var.account, id, c.req.valid('json'))
      return c.json(presentCredential(decided), 201)
    })
    .openapi(listCredentialTemplatesRoute, async (c) =>
      c.json(await readCredentialTemplates(deps, c.req.valid('param').id), 200),
    )
    .openapi(listCompanyTemplatesRoute, async (c) =>
      c.json(await readCompanyTemplates(deps, c.req.valid('param').id), 200),
    )
    .openapi(listCompaniesRoute, async (c) => {
      const query = c.req.valid('query')
      const { items, total } = await readCompanies(deps, query)
      return c.json(
        { items: items.map(presentCompany), total, page: query.page, perPage: query.perPage },
        200,
      )
    })
    .openapi(decideCompanyRoute, async (c) => {
      const { id } = c.req.valid('param')
      const decided = await decideOnCompany(deps, c.var.account, id, c.req.valid('json'))
      return c.json(presentCompany(decided), 201)
    })

const presentWaiting = ({ waiting, oldest, late, asked, longestAsked }: Waiting) => ({
  waiting,
  oldest: oldest?.toISOString() ?? null,
  late,
  asked,
  longestAsked: longestAsked?.toISOString() ?? null,
})

export const presentCredential = (credential: DeskCredential): QueuedCredentialShape => ({
  id: credential.id,
  code: credential.code,
  number: credential.number,
  issuedOn: credential.issuedOn,
  expiresOn: credential.expiresOn,
  declaredAt: credential.declaredAt.toISOString(),
  state: credential.state,
  refused: credential.standing === 'refused',
  endsOn: credential.endsOn,
  evidence: credential.evidence,
  sameEvidenceElsewhere: credential.sameEvidenceElsewhere,
  thread: credential.thread && presentThread(credential.thread),
  coordinator: {
    displayName: credential.displayName,
    slug: credential.publishedAt ? credential.slug : null,
    published: credential.publishedAt !== null,
  },
  history: credential.history.map((past) => ({
    ...(past.decision === 'withdraw' ? splitPast(past.reason) : { code: null, reason: past.reason }),
    decision: past.decision,
    validUntil: past.validUntil,
    decidedAt: past.decidedAt.toISOString(),
    earlierDeclaration: past.earlierDeclaration,
  })),
  allowedDecisions: credential.allowedDecisions,
})

const splitPast = (kept: string) => {
  const { code, text } = splitReason(kept)
  return { code, reason: text }
}

export const presentCompany = (company: DeskCompany): QueuedCompanyShape => ({
  id: company.id,
  legalName: company.legalName,
  country: company.country,
  registration: company.registration,
  agreement: company.agreement,
  website: company.website,
  contactName: company.contactName,
  contactFunction: company.contactFunction,
  emailVerified: company.emailVerified,
  state: company.state,
  sameRegistration: company.sameRegistration,
  thread: company.thread && presentThread(company.thread),
  createdAt: company.createdAt.toISOString(),
  updatedAt: company.updatedAt.toISOString(),
  history: company.history.map(({ decision, country, registration, reason, decidedAt }) => ({
    decision,
    country,
    registration,
    reason,
    decidedAt: decidedAt.toISOString(),
  })),
  allowedDecisions: company.allowedDecisions,
})

import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { presentThread } from '../inquiries/service.ts'
import { createCompanyRoute, getCompanyRoute, type OwnCompanyShape, putCompanyRoute } from './contract.ts'
import { type AskedCompany, changeCompany, createCompany, readCompany } from './service.ts'

export const companiesRoutes = (deps: Deps) =>
  createRouter()
    .openapi(createCompanyRoute, async (c) =>
      c.json(present(await createCompany(deps, c.var.account, c.req.valid('json'))), 201),
    )
    .openapi(getCompanyRoute, async (c) => c.json(present(await readCompany(deps, c.var.account)), 200))
    .openapi(putCompanyRoute, async (c) =>
      c.json(present(await changeCompany(deps, c.var.account, c.req.valid('json'))), 200),
    )

const present = (company: AskedCompany): OwnCompanyShape => ({
  id: company.id,
  legalName: company.legalName,
  country: company.country,
  registration: company.registration,
  agreement: company.agreement,
  website: company.website,
  contactName: company.contactName,
  contactFunction: company.contactFunction,
  contactPhone: company.contactPhone,
  state: company.state,
  reason: company.state === 'refused' || company.state === 'suspended' ? company.reason : null,
  decidedAt: company.decidedAt?.toISOString() ?? null,
  thread: company.thread && presentThread(company.thread),
})

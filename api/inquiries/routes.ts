import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  answerOnCompanyRoute,
  answerOnCredentialRoute,
  askAboutCompanyRoute,
  askAboutCredentialRoute,
} from './contract.ts'
import {
  answerOnCompany,
  answerOnCredential,
  askAboutCompany,
  askAboutCredential,
  presentThread,
} from './service.ts'

export const inquiriesRoutes = (deps: Deps) =>
  createRouter()
    .openapi(askAboutCredentialRoute, async (c) => {
      const { body } = c.req.valid('json')
      const thread = await askAboutCredential(deps, c.var.account, c.req.valid('param').id, body)
      return c.json(presentThread(thread), 201)
    })
    .openapi(askAboutCompanyRoute, async (c) => {
      const { body } = c.req.valid('json')
      const thread = await askAboutCompany(deps, c.var.account, c.req.valid('param').id, body)
      return c.json(presentThread(thread), 201)
    })
    .openapi(answerOnCredentialRoute, async (c) => {
      const { body } = c.req.valid('json')
      const thread = await answerOnCredential(deps, c.var.account, c.req.valid('param').id, body)
      return c.json(presentThread(thread), 201)
    })
    .openapi(answerOnCompanyRoute, async (c) => {
      const { body } = c.req.valid('json')
      return c.json(presentThread(await answerOnCompany(deps, c.var.account, body)), 201)
    })

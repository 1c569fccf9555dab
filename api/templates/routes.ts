import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  addTemplateRoute,
  editTemplateRoute,
  getTemplateRoute,
  listTemplatesRoute,
  type ReasonTemplateShape,
  retireTemplateRoute,
} from './contract.ts'
import type { Template } from './repository.ts'
import { addTemplate, dropTemplate, editTemplate, readTemplate, readTemplates } from './service.ts'

export const templatesRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listTemplatesRoute, async (c) =>
      c.json({ items: (await readTemplates(deps)).map(present) }, 200),
    )
    .openapi(addTemplateRoute, async (c) =>
      c.json(present(await addTemplate(deps, c.var.account, c.req.valid('json'))), 201),
    )
    .openapi(getTemplateRoute, async (c) => {
      const { template, history } = await readTemplate(deps, c.req.valid('param').id)
      return c.json({ template: present(template), history: history.map(presentPast) }, 200)
    })
    .openapi(editTemplateRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(present(await editTemplate(deps, c.var.account, id, c.req.valid('json'))), 200)
    })
    .openapi(retireTemplateRoute, async (c) => {
      await dropTemplate(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })

const present = (template: Template): ReasonTemplateShape => ({
  id: template.id,
  purpose: template.purpose,
  withdrawalCode: template.withdrawalCode,
  nameFr: template.nameFr,
  nameEn: template.nameEn,
  textFr: template.textFr,
  textEn: template.textEn,
  version: template.version,
  updatedAt: template.updatedAt.toISOString(),
})

const presentPast = (line: Awaited<ReturnType<typeof readTemplate>>['history'][number]) => ({
  at: line.at.toISOString(),
  kind: line.kind,
  by: line.actorId,
  changed: Array.isArray(line.facts.changed) ? line.facts.changed.map(String) : [],
})

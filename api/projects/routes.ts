import type { z } from '@hono/zod-openapi'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  copyProjectRoute,
  createProjectRoute,
  getProjectRoute,
  listProjectsRoute,
  type Project,
  type ProjectSummary,
  updateProjectRoute,
} from './contract.ts'
import { copyProject } from './copy.ts'
import { createProject, getOwnProject, listOwnProjects, type ProjectView, updateProject } from './service.ts'

export const projectsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listProjectsRoute, async (c) => {
      const { items, ...place } = await listOwnProjects(deps, c.var.account, c.req.valid('query'))
      return c.json({ items: items.map(presentSummary), ...place }, 200)
    })
    .openapi(createProjectRoute, async (c) => {
      const project = await createProject(deps, c.var.account, c.req.valid('json'))
      return c.json(present(project), 201)
    })
    .openapi(getProjectRoute, async (c) => {
      const project = await getOwnProject(deps, c.var.account, c.req.valid('param').id)
      return c.json(present(project), 200)
    })
    .openapi(copyProjectRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(present(await copyProject(deps, c.var.account, id, c.req.valid('json'))), 201)
    })
    .openapi(updateProjectRoute, async (c) => {
      const project = await updateProject(deps, c.var.account, c.req.valid('param').id, c.req.valid('json'))
      return c.json(present(project), 200)
    })

const presentSummary = (project: ProjectView): z.input<typeof ProjectSummary> => ({
  id: project.id,
  title: project.title,
  codeName: project.codeName,
  type: project.type,
  discipline: project.discipline,
  regions: project.regions,
  languages: project.languages,
  employmentForm: project.employmentForm,
  phases: project.phases,
  described: project.described,
  version: project.version,
  textsErasedAt: project.destroyedAt?.toISOString() ?? null,
  createdAt: project.createdAt.toISOString(),
  updatedAt: project.updatedAt.toISOString(),
})

const present = (project: ProjectView): z.output<typeof Project> => ({
  ...presentSummary(project),
  brief: project.brief,
  stops: project.stops,
  backSchedule: project.backSchedule,
})

import { createRoute, z } from '@hono/zod-openapi'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { employmentForms } from '@repere/db/vocabulary/employment-form.ts'
import { languageCodes } from '@repere/db/vocabulary/language.ts'
import { projectTypes } from '@repere/db/vocabulary/medium.ts'
import { phaseKinds } from '@repere/db/vocabulary/phase-kind.ts'
import { access } from '../http/access.ts'
import { EcoBrief, IntimacyBrief, Milestone, setOf } from '../http/brief.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, line, optionalLine, pageOf, pageQuery } from '../http/shapes.ts'
import { region, regionInput } from '../http/words.ts'
import { daysIn, longestSpan, withinSpan, workDay } from '../http/work-days.ts'

const PhaseInput = z
  .strictObject({
    id: id.optional().describe('Of a phase that is kept; new ones have none.'),
    kind: z.enum(phaseKinds),
    days: daysIn(z.array(workDay)).describe('Scattered civil days.'),
    remote: z.boolean().default(false),
    exclusive: z
      .boolean()
      .optional()
      .describe(
        'Whether the days exclude other work. Default: on site, and not script reading, prep or report.',
      ),
  })
  .openapi('PhaseInput')

const described = {
  title: line(160, 1).describe('Working title. Sealed; shown to a coordinator only after acceptance.'),
  codeName: optionalLine(80).describe('What coordinators read before they accept.'),
  type: z.enum(projectTypes),
  regions: setOf(regionInput).default([]),
  languages: setOf(z.enum(languageCodes)).default([]),
  employmentForm: z.enum(employmentForms).nullable().default(null),
  phases: z
    .array(PhaseInput)
    .max(60)
    .default([])
    .refine((phases) => withinSpan(phases.flatMap(({ days }) => days)), {
      message: `All days of a project must lie within ${longestSpan} days.`,
    }),
}

const intimacy = { discipline: z.literal('intimacy'), brief: IntimacyBrief.prefault({}) }
const eco = { discipline: z.literal('eco-production'), brief: EcoBrief.prefault({}) }

const NewProject = z
  .discriminatedUnion('discipline', [
    z.strictObject({ ...described, ...intimacy }),
    z.strictObject({ ...described, ...eco }),
  ])
  .openapi('NewProject')

const version = z.int().min(1).optional().describe('The version that was edited; a stale one is refused.')

const EditedProject = z
  .discriminatedUnion('discipline', [
    z.strictObject({ ...described, ...intimacy, version }),
    z.strictObject({ ...described, ...eco, version }),
  ])
  .openapi('EditedProject')

export type ProjectInput = z.output<typeof NewProject>

const Phase = z
  .object({ id, kind: z.enum(phaseKinds), days: z.array(day), remote: z.boolean(), exclusive: z.boolean() })
  .openapi('Phase')

const Stop = z
  .object({ because: z.enum(['minor-stop', 'minor-safeguards-missing']), pointer: z.string() })
  .openapi('BriefStop')

const summary = {
  id,
  title: z.string().nullable().describe('Null once its key was destroyed.'),
  codeName: z.string().nullable(),
  type: z.enum(projectTypes),
  discipline: z.enum(disciplines),
  regions: z.array(region),
  languages: z.array(z.enum(languageCodes)),
  employmentForm: z.enum(employmentForms).nullable(),
  phases: z.array(Phase),
  described: z
    .boolean()
    .describe('Whether the brief says anything yet. An intimacy booking needs it to be confirmed.'),
  version: z.int(),
  textsErasedAt: instant.nullable().describe('Since when nobody can read its title and brief any more.'),
  createdAt: instant,
  updatedAt: instant,
}

export const ProjectSummary = z.object(summary).openapi('ProjectSummary')

export const Project = z
  .object({
    ...summary,
    brief: z.union([IntimacyBrief, EcoBrief]).nullable().describe('Null once its key was destroyed.'),
    stops: z.array(Stop).describe('Why it cannot be sent to anybody as it is, and where in it.'),
    backSchedule: z
      .array(Milestone)
      .describe('What an eco-production owes by when, the earliest first; empty for intimacy.'),
  })
  .openapi('Project')

export type ProjectShape = z.infer<typeof Project>
export type ProjectSummaryShape = z.infer<typeof ProjectSummary>
/** What is sent to describe a project. */
export type NewProjectShape = z.input<typeof NewProject>

const tags = ['projects']

export const listProjectsRoute = createRoute({
  method: 'get',
  path: '/projects',
  tags,
  summary: 'The company’s projects, the one last worked on first',
  ...access('production'),
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: jsonAnswer('A page of projects', pageOf(ProjectSummary)),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request'),
  },
})

export const createProjectRoute = createRoute({
  method: 'post',
  path: '/projects',
  tags,
  summary: 'Describe a project once, to ask people for it',
  description:
    'Needs a company, though not yet a verified one. A brief of `{}` reads as "not described yet".',
  ...access('production'),
  request: jsonBody(NewProject),
  responses: {
    201: jsonAnswer('Drafted', Project),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request', 'company-missing'),
  },
})

export const getProjectRoute = createRoute({
  method: 'get',
  path: '/projects/{id}',
  tags,
  summary: 'A project with its brief',
  ...access('production'),
  request: { params: z.strictObject({ id }) },
  responses: {
    200: jsonAnswer('The project', Project),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request', 'project-not-found'),
  },
})

const ProjectCopy = z
  .strictObject({ title: described.title, codeName: described.codeName })
  .openapi('ProjectCopy')

export type CopyInput = z.output<typeof ProjectCopy>

export const copyProjectRoute = createRoute({
  method: 'post',
  path: '/projects/{id}/copies',
  tags,
  summary: 'Begin a project from another',
  description:
    'Everything but its names: the next season, the next film of the same crew. Nobody is asked by it.',
  ...access('production'),
  request: { params: z.strictObject({ id }), ...jsonBody(ProjectCopy) },
  responses: {
    201: jsonAnswer('Drafted', Project),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request', 'project-not-found', 'project-closed'),
  },
})

export const updateProjectRoute = createRoute({
  method: 'put',
  path: '/projects/{id}',
  tags,
  summary: 'Replace a project',
  description:
    'What was asked of people keeps the days it was asked with. Phases that name their id keep it. A changed brief is told to everybody asked, and the stop for minors runs again.',
  ...access('production'),
  request: { params: z.strictObject({ id }), ...jsonBody(EditedProject) },
  responses: {
    200: jsonAnswer('The project as it now is', Project),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'project-not-found',
      'project-changed',
      'project-closed',
      'discipline-fixed',
      'minor-stop',
      'minor-safeguards-missing',
    ),
  },
})

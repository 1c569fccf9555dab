import { z } from '@hono/zod-openapi'
import {
  ageBrackets,
  ecoDeliverables,
  ecoMilestones,
  ecoObligations,
  ecoScopes,
  intimacyDeliverables,
  intimacyWhys,
  nudityLevels,
  sceneNatures,
} from '@repere/db/vocabulary/brief.ts'
import { day } from './shapes.ts'
import { workDay } from './work-days.ts'

/** A choice among words: what is named twice counts once. */
export const setOf = <Word extends z.ZodType<string>>(word: Word) =>
  z
    .array(word)
    .max(60)
    .overwrite((words) => [...new Set(words)])

const count = (max: number) => z.int().min(0).max(max).nullable().default(null)
const yes = z.boolean().default(false)

const Performers = z.strictObject({ bracket: z.enum(ageBrackets), count: z.int().min(1).max(500) })

/** One intimate scene in closed words. No names, no text: what is written here could never name a person. */
const Scene = z
  .strictObject({
    natures: setOf(z.enum(sceneNatures)).min(1),
    nudity: z.enum(nudityLevels),
    performers: z.array(Performers).min(1).max(10),
    group: yes,
    bodyDouble: yes,
  })
  .refine(({ natures, nudity }) => nudity !== 'none' || !natures.includes('nudity'), {
    path: ['nudity'],
    message: 'A scene of nudity needs a level of nudity.',
  })
  .openapi('Scene')

/** What comes with the work beside the pay. */
const Conditions = z.strictObject({
  prepPaid: yes,
  travelPaid: yes,
  lodgingPaid: yes,
  perDiem: yes,
  shadowPlace: yes,
})

const conditions = Conditions.default({
  prepPaid: false,
  travelPaid: false,
  lodgingPaid: false,
  perDiem: false,
  shadowPlace: false,
})

/** The intimacy brief. `{}` reads as "not described yet". */
export const IntimacyBrief = z
  .strictObject({
    scenes: z.array(Scene).max(60).default([]),
    why: z.enum(intimacyWhys).nullable().default(null),
    closedSet: yes,
    riders: yes,
    rehearsalTime: yes,
    harassmentContactNamed: yes,
    childrenSupervisor: yes.describe('A children’s supervisor will be present.'),
    authorisation: yes.describe('The authorisation for minors is given or asked for.'),
    deliverables: setOf(z.enum(intimacyDeliverables)).default([]),
    conditions,
  })
  .openapi('IntimacyBrief')

const code = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)

const AgreedDate = z.strictObject({ deliverable: z.enum(ecoDeliverables), day: workDay })

/** The eco-production brief. `{}` reads as "not described yet". */
export const EcoBrief = z
  .strictObject({
    obligations: setOf(z.enum(ecoObligations)).default([]),
    label: code.nullable().default(null).describe('Code of a label of the catalogue.'),
    labelAppliesOn: workDay.nullable().default(null).describe('When the application for the label is due.'),
    tool: code.nullable().default(null).describe('Code of a tool of the catalogue.'),
    crewSize: count(5_000),
    shootDays: count(1_000),
    sites: count(1_000),
    scopes: setOf(z.enum(ecoScopes)).default([]),
    deliverables: setOf(z.enum(ecoDeliverables)).default([]),
    dates: z
      .array(AgreedDate)
      .max(ecoDeliverables.length)
      .default([])
      .refine((dates) => new Set(dates.map(({ deliverable }) => deliverable)).size === dates.length, {
        message: 'Each deliverable has one date.',
      })
      .describe('What was agreed; the back-schedule proposes the other dates.'),
    conditions,
  })
  .openapi('EcoBrief')

/** One line of the back-schedule of an eco-production. */
export const Milestone = z
  .object({
    milestone: z.enum(ecoMilestones),
    latest: day,
    agreed: z.boolean().describe('False: counted from the shoot, indicative only.'),
  })
  .openapi('Milestone')

export type IntimacyBrief = z.infer<typeof IntimacyBrief>
export type EcoBrief = z.infer<typeof EcoBrief>
export type Brief = IntimacyBrief | EcoBrief

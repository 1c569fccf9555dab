import {
  ageBrackets,
  disciplines,
  ecoDeliverables,
  ecoObligations,
  ecoScopes,
  employmentForms,
  intimacyDeliverables,
  intimacyWhys,
  type Locale,
  languageCodes,
  type NewProject,
  nudityLevels,
  phaseKinds,
  projectTypes,
  sceneNatures,
  toRegionCode,
} from '@repere/api/client.ts'
import { readDays, readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import * as m from '#lib/paraglide/messages.js'
import { rowsOf } from '#lib/projects/values.ts'
import { optionalText, textOf, textsOf, valuesOf } from './form.ts'

export type ReadProject = { ok: true; project: NewProject } | { ok: false; errors: Record<string, string> }

const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text)

const someOf = <Word extends string>(words: readonly Word[], form: FormData, name: string): Word[] =>
  words.filter((word) => textsOf(form, name).includes(word))

/** Reads a project from its form. Days that cannot be read are told field by field; the rest the api judges. */
export const readProject = (form: FormData, locale: Locale, today: string): ReadProject => {
  const errors: Record<string, string> = {}
  const rows = rowsOf(valuesOf(form), 'phases', 0)
  const phases = Array.from({ length: rows }, (_, row) => readPhase(form, row, locale, today, errors)).filter(
    (phase) => phase !== undefined,
  )
  const readOn = (name: string) => readAgreedDay(form, name, locale, today, errors)
  const labelAppliesOn = readOn('labelAppliesOn')
  const dates = ecoDeliverables.flatMap((deliverable) => {
    const day = readOn(`dates.${deliverable}`)
    return day ? [{ deliverable, day }] : []
  })
  const described = {
    title: textOf(form, 'title'),
    codeName: optionalText(form, 'codeName') ?? null,
    type: oneOf(projectTypes, textOf(form, 'type')) ?? 'feature',
    regions: textsOf(form, 'regions').flatMap((code) => toRegionCode(code) ?? []),
    languages: someOf(languageCodes, form, 'languages'),
    employmentForm: oneOf(employmentForms, textOf(form, 'employmentForm')) ?? null,
    phases,
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return oneOf(disciplines, textOf(form, 'discipline')) === 'eco-production'
    ? {
        ok: true,
        project: {
          ...described,
          discipline: 'eco-production',
          brief: { ...readEcoBrief(form), labelAppliesOn, dates },
        },
      }
    : { ok: true, project: { ...described, discipline: 'intimacy', brief: readIntimacyBrief(form) } }
}

const readPhase = (
  form: FormData,
  row: number,
  locale: Locale,
  today: string,
  errors: Record<string, string>,
) => {
  const typed = textOf(form, `phases.${row}.days`)
  if (typed === '') return undefined
  const read = readDays(typed, today)
  if (!read.ok) {
    errors[`phases.${row}.days`] = sayRefusal(read, locale)
    return undefined
  }
  const id = optionalText(form, `phases.${row}.id`)
  const exclusive = oneOf(['yes', 'no'], textOf(form, `phases.${row}.exclusive`))
  return {
    ...(id && { id }),
    kind: oneOf(phaseKinds, textOf(form, `phases.${row}.kind`)) ?? 'shoot',
    days: read.days,
    remote: form.has(`phases.${row}.remote`),
    ...(exclusive && { exclusive: exclusive === 'yes' }),
  }
}

const readAgreedDay = (
  form: FormData,
  name: string,
  locale: Locale,
  today: string,
  errors: Record<string, string>,
) => {
  const typed = textOf(form, name)
  if (typed === '') return null
  const read = readOneDay(typed, today)
  if (read.ok) return read.day
  errors[name] = sayRefusal(read, locale)
  return null
}

const readConditions = (form: FormData) => ({
  prepPaid: form.has('conditions.prepPaid'),
  travelPaid: form.has('conditions.travelPaid'),
  lodgingPaid: form.has('conditions.lodgingPaid'),
  perDiem: form.has('conditions.perDiem'),
  shadowPlace: form.has('conditions.shadowPlace'),
})

const countIn = (form: FormData, name: string): number | null =>
  /^\d{1,5}$/.test(textOf(form, name)) ? Number(textOf(form, name)) : null

const readIntimacyBrief = (form: FormData): Extract<NewProject, { discipline: 'intimacy' }>['brief'] => ({
  scenes: Array.from({ length: rowsOf(valuesOf(form), 'scenes', 0) }, (_, row) => ({
    natures: someOf(sceneNatures, form, `scenes.${row}.natures`),
    nudity: oneOf(nudityLevels, textOf(form, `scenes.${row}.nudity`)) ?? 'none',
    performers: ageBrackets.flatMap((bracket) => {
      const count = countIn(form, `scenes.${row}.${bracket}`)
      return count ? [{ bracket, count }] : []
    }),
    group: form.has(`scenes.${row}.group`),
    bodyDouble: form.has(`scenes.${row}.bodyDouble`),
  })).filter(({ natures, performers }) => natures.length > 0 || performers.length > 0),
  why: oneOf(intimacyWhys, textOf(form, 'why')) ?? null,
  closedSet: form.has('closedSet'),
  riders: form.has('riders'),
  rehearsalTime: form.has('rehearsalTime'),
  harassmentContactNamed: form.has('harassmentContactNamed'),
  childrenSupervisor: form.has('childrenSupervisor'),
  authorisation: form.has('authorisation'),
  deliverables: someOf(intimacyDeliverables, form, 'deliverables'),
  conditions: readConditions(form),
})

const readEcoBrief = (form: FormData): Extract<NewProject, { discipline: 'eco-production' }>['brief'] => ({
  obligations: someOf(ecoObligations, form, 'obligations'),
  label: optionalText(form, 'label') ?? null,
  tool: optionalText(form, 'tool') ?? null,
  crewSize: countIn(form, 'crewSize'),
  shootDays: countIn(form, 'shootDays'),
  sites: countIn(form, 'sites'),
  scopes: someOf(ecoScopes, form, 'scopes'),
  deliverables: someOf(ecoDeliverables, form, 'deliverables'),
  conditions: readConditions(form),
})

/** What each field of the form expects, for refusals of the api. */
export const projectSentences = (form: FormData): Record<string, string> => {
  const values = valuesOf(form)
  const rows = (group: 'phases' | 'scenes', said: string) =>
    Object.fromEntries(
      Array.from({ length: rowsOf(values, group, 0) }, (_, row) => [`${group}.${row}`, said]),
    )
  return {
    title: m.project_title_wrong(),
    codeName: m.project_code_wrong(),
    regions: m.project_regions_wrong(),
    phases: m.project_phases_wrong(),
    ...rows('phases', m.project_phases_wrong()),
    ...Object.fromEntries(
      Object.entries(rows('scenes', m.project_scene_wrong())).map(([name, said]) => [`brief.${name}`, said]),
    ),
    brief: m.project_brief_wrong(),
  }
}

import type { Project } from '@repere/api/client.ts'
import { isExclusiveByDefault, rangesOf } from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'

/** A project form as fields hold it: every value under its name, several under one name where boxes repeat. */
export type Values = Record<string, string[]>

/** More than a project may have, so that one too many is still refused; whatever a form names beyond is no row. */
const mostRows = 62

/** How many rows a form offers: those filled, and room for more. */
export const rowsOf = (values: Values, group: 'phases' | 'scenes', least: number): number => {
  const numbers = Object.keys(values)
    .filter((name) => name.startsWith(`${group}.`))
    .map((name) => Number(name.split('.')[1]))
    .filter(Number.isInteger)
  const said = Number(values[`${group}.rows`]?.[0]) || 0
  return Math.min(mostRows, Math.max(least, said, ...numbers.map((number) => number + 1)))
}

export const first = (values: Values, name: string): string => values[name]?.[0] ?? ''

const beforeBrief =
  /^(discipline|title|codeName|type|employmentForm|regions|languages|coordinator|version|phases(\..*)?)$/

/** Whether a field stands below the phases: what a request can go without. */
export const isOfBrief = (name: string): boolean => !beforeBrief.test(name)

/** Whether any of that was filled in. A scene says its nudity before anybody chose one. */
export const hasBrief = (values: Values): boolean =>
  Object.entries(values).some(
    ([name, texts]) => isOfBrief(name) && !name.endsWith('.nudity') && texts.some((text) => text !== ''),
  )

/** Days as a person would type them: « 08/03/2027-11/03/2027, 25/03/2027 ». */
export const typeDays = (days: readonly string[]): string =>
  rangesOf(days)
    .map(({ from, to }) =>
      from === to
        ? formatDay(from, 'fr', 'figures')
        : `${formatDay(from, 'fr', 'figures')}-${formatDay(to, 'fr', 'figures')}`,
    )
    .join(', ')

/** A saved project, as its form shows it again. */
export const valuesOfProject = (project: Project): Values => {
  const values: Values = {
    title: [project.title ?? ''],
    codeName: [project.codeName ?? ''],
    type: [project.type],
    discipline: [project.discipline],
    regions: project.regions,
    languages: project.languages,
    employmentForm: [project.employmentForm ?? ''],
    version: [String(project.version)],
  }
  project.phases.forEach((phase, row) => {
    Object.assign(values, {
      [`phases.${row}.id`]: [phase.id],
      [`phases.${row}.kind`]: [phase.kind],
      [`phases.${row}.days`]: [typeDays(phase.days)],
      ...(phase.remote && { [`phases.${row}.remote`]: ['on'] }),
      ...(phase.exclusive !== isExclusiveByDefault(phase.kind, phase.remote) && {
        [`phases.${row}.exclusive`]: [phase.exclusive ? 'yes' : 'no'],
      }),
    })
  })
  return { ...values, ...valuesOfBrief(project.brief) }
}

const ticked = (name: string, on: boolean): Values => (on ? { [name]: ['on'] } : {})

const valuesOfBrief = (brief: Project['brief']): Values => {
  if (!brief) return {}
  const conditions = Object.entries(brief.conditions).map(([name, on]) => ticked(`conditions.${name}`, on))
  if (!('scenes' in brief))
    return Object.assign(
      {
        obligations: brief.obligations,
        label: [brief.label ?? ''],
        labelAppliesOn: [brief.labelAppliesOn ? formatDay(brief.labelAppliesOn, 'fr', 'figures') : ''],
        tool: [brief.tool ?? ''],
        crewSize: [String(brief.crewSize ?? '')],
        shootDays: [String(brief.shootDays ?? '')],
        sites: [String(brief.sites ?? '')],
        scopes: brief.scopes,
        deliverables: brief.deliverables,
        ...Object.fromEntries(
          brief.dates.map(({ deliverable, day }) => [
            `dates.${deliverable}`,
            [formatDay(day, 'fr', 'figures')],
          ]),
        ),
      },
      ...conditions,
    )
  const flags = (
    [
      'closedSet',
      'riders',
      'rehearsalTime',
      'harassmentContactNamed',
      'childrenSupervisor',
      'authorisation',
    ] as const
  ).map((name) => ticked(name, brief[name]))
  const scenes = brief.scenes.map((scene, row) => ({
    [`scenes.${row}.natures`]: scene.natures,
    [`scenes.${row}.nudity`]: [scene.nudity],
    ...Object.fromEntries(
      scene.performers.map(({ bracket, count }) => [`scenes.${row}.${bracket}`, [String(count)]]),
    ),
    ...ticked(`scenes.${row}.group`, scene.group),
    ...ticked(`scenes.${row}.bodyDouble`, scene.bodyDouble),
  }))
  return Object.assign(
    { why: [brief.why ?? ''], deliverables: brief.deliverables },
    ...flags,
    ...scenes,
    ...conditions,
  )
}

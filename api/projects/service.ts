import type { Db, Trx } from '@repere/db'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { isExclusiveByDefault } from '@repere/db/vocabulary/phase-kind.ts'
import { getOwnCompany } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { Brief } from '../http/brief.ts'
import { briefChanged } from '../mail/templates/brief-changed.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import { insertPastBrief, listPastBriefs } from './brief-repository.ts'
import { type Past, wordingsUntil } from './brief-rules.ts'
import type { ProjectInput } from './contract.ts'
import type { Phase, ProjectRow } from './repository.ts'
import * as repository from './repository.ts'
import { isDescribed, readableUntil, type Stop, stopsOf } from './rules.ts'
import { backScheduleOf, type Milestone } from './schedule-rules.ts'
import { openBrief, openTexts, type ProjectTexts, sealTexts } from './texts.ts'

/** The production account that asks. */
interface Actor {
  id: string
}

const asActor = ({ id }: Actor) => ({ id, role: 'production' as const })

export { readableUntil } from './rules.ts'

/** A project with its texts opened. */
export type ProjectView = Omit<
  ProjectRow,
  'companyId' | 'titleSealed' | 'codeNameSealed' | 'briefSealed' | 'wrapped'
> &
  ProjectTexts & { phases: Phase[]; stops: Stop[]; backSchedule: Milestone[] }

/** A page of the projects of an account’s company; empty without one. */
export const listOwnProjects = async (deps: Deps, actor: Actor, place: { page: number; perPage: number }) => {
  const { rows, total } = await repository.listProjects(deps.db, actor.id, place)
  return { items: await toViews(deps, deps.db, rows), total, ...place }
}

/** A project of the account’s company, brief included. Refuses another’s as if it did not exist. */
export const getOwnProject = async (deps: Deps, actor: Actor, id: string): Promise<ProjectView> =>
  viewOf(deps, deps.db, await repository.findProject(deps.db, actor.id, id))

/** The same, held unchanged until the transaction ends: for sending it to somebody. */
export const holdOwnProject = async (deps: Deps, trx: Trx, actor: Actor, id: string): Promise<ProjectView> =>
  viewOf(deps, trx, await repository.holdProject(trx, actor.id, id))

const viewOf = async (deps: Deps, db: Db, row: ProjectRow | undefined): Promise<ProjectView> => {
  const [view] = await toViews(deps, db, row ? [row] : [])
  return view ?? refuse('project-not-found')
}

/** What a project is made of. That the brief is its discipline’s holds at the door, and where texts are opened. */
type Described = Omit<ProjectInput, 'discipline' | 'brief'> & { discipline: Discipline; brief: Brief }

/** Drafts a project under a key of its own. Needs a company, though not yet a verified one. */
export const createProject = async (deps: Deps, actor: Actor, input: Described): Promise<ProjectView> => {
  const company = await getOwnCompany(deps.db, actor.id)
  await refuseUnknownCodes(deps.db, input.brief)
  refuseForeignPhases(input, [])
  const wrappedKey = deps.sealer.createKey()
  return deps.db.transaction().execute(async (trx) => {
    const project = toStored(deps, wrappedKey, input)
    const destroyAfter = readableUntil(daysIn(input))
    const id = await repository.insertProject(trx, {
      companyId: company.id,
      wrappedKey,
      project,
      destroyAfter,
    })
    await repository.replacePhases(trx, id, withExclusive(input))
    await record(trx, {
      actor: asActor(actor),
      kind: 'project.created',
      subject: { kind: 'project', id },
      at: deps.clock.now(),
    })
    return reread(deps, trx, id)
  })
}

/**
 * Replaces a project. What was asked of people keeps the days it was asked with; the brief is theirs to read, so
 * a change of it is told to them, may not bring in what could not have been sent, and leaves the old wording readable.
 */
export const updateProject = async (
  deps: Deps,
  actor: Actor,
  id: string,
  input: Described & { version?: number | undefined },
): Promise<ProjectView> => {
  await refuseUnknownCodes(deps.db, input.brief)
  return deps.db.transaction().execute(async (trx) => {
    const row = await repository.lockProject(trx, actor.id, id)
    if (!row) return refuse('project-not-found')
    const now = deps.clock.now()
    const wrappedKey = row.wrapped ?? refuse('project-closed')
    refuseForeignPhases(input, await repository.listPhases(trx, [id]))
    if (input.version !== undefined && input.version !== row.version) refuse('project-changed')
    if (input.discipline !== row.discipline && (await repository.isAskedFor(trx, id)))
      refuse('discipline-fixed')
    await repository.updateProject(trx, id, toStored(deps, wrappedKey, input), now)
    await repository.replacePhases(trx, id, withExclusive(input))
    await repository.setDestroyAfter(trx, id, readableUntil(daysIn(input)))
    const facts = { version: row.version + 1 }
    await record(trx, {
      actor: asActor(actor),
      kind: 'project.edited',
      subject: { kind: 'project', id },
      at: now,
      facts,
    })
    if (JSON.stringify(openTexts(deps.sealer, row).brief) !== JSON.stringify(input.brief)) {
      if (await repository.isAskedFor(trx, id)) await insertPastBrief(trx, row, now)
      await tellOfNewBrief(deps, trx, actor, id, input.brief, now)
    }
    return reread(deps, trx, id)
  })
}

/** Projects as the parties of their bookings may come to read them, by id. What to show of them is the caller’s to decide. */
export const readProjects = async (deps: Deps, db: Db, ids: string[]): Promise<Map<string, ProjectView>> => {
  const views = await toViews(deps, db, await repository.listProjectsById(db, [...new Set(ids)]))
  return new Map(views.map((view) => [view.id, view]))
}

/** The wordings of its brief that somebody asked at `from` has read, up to `end` where that is over. */
export const readWordings = async (
  deps: Deps,
  db: Db,
  id: string,
  { from, end }: { from: Date; end: Date | null },
): Promise<{ brief: Brief; past: Past<Brief>[] } | undefined> => {
  const [row] = await repository.listProjectsById(db, [id])
  const wrapped = row?.wrapped
  if (!wrapped) return undefined
  const open = (sealed: Buffer) => openBrief(deps.sealer, wrapped, row.discipline, sealed)
  const past = await listPastBriefs(db, id, from)
  return wordingsUntil(
    end,
    past.map(({ briefSealed, replacedAt }) => ({ brief: open(briefSealed), until: replacedAt })),
    open(row.briefSealed),
  )
}

const tellOfNewBrief = async (deps: Deps, trx: Trx, actor: Actor, id: string, brief: Brief, now: Date) => {
  const asked = await repository.listLiveBookings(trx, id, now)
  if (asked.length > 0) refuseStops(stopsIn(brief))
  for (const booking of asked) {
    await record(trx, {
      actor: asActor(actor),
      kind: 'booking.brief-changed',
      subject: { kind: 'booking', id: booking.id },
      at: now,
    })
    const { email, locale, accountId } = booking
    if (!email || !locale || !accountId) continue
    const write = (spoken: Locale) => briefChanged(deps.config.origin, spoken, booking.id)
    await notify(deps, trx, [{ to: { id: accountId, email, locale }, kind: 'movements', write }])
  }
}

/** Refuses to send what a minor must not be asked to do, naming the place in the project. */
export const refuseStops = (stops: readonly Stop[]): void => {
  const [first] = stops
  if (first)
    refuse(first.because, { errors: stops.map(({ because, pointer }) => ({ pointer, detail: because })) })
}

const stopsIn = (brief: Brief): Stop[] => ('scenes' in brief ? stopsOf(brief) : [])

const scheduleIn = (brief: Brief, phases: readonly Phase[]): Milestone[] =>
  'scenes' in brief ? [] : backScheduleOf(brief, phases)

const daysIn = (input: Described) => input.phases.flatMap(({ days }) => days)

const withExclusive = (input: Described) =>
  input.phases.map((phase) => ({
    ...phase,
    exclusive: phase.exclusive ?? isExclusiveByDefault(phase.kind, phase.remote),
  }))

const toStored = (deps: Deps, wrappedKey: Buffer, input: Described): repository.StoredProject => ({
  ...sealTexts(deps.sealer, wrappedKey, input),
  described: isDescribed(input.brief),
  type: input.type,
  discipline: input.discipline,
  regions: input.regions,
  languages: input.languages,
  employmentForm: input.employmentForm,
})

const reread = async (deps: Deps, trx: Trx, id: string): Promise<ProjectView> => {
  const [view] = await toViews(deps, trx, await repository.listProjectsById(trx, [id]))
  return view ?? refuse('project-not-found')
}

const toViews = async (deps: Deps, db: Db, rows: readonly ProjectRow[]): Promise<ProjectView[]> => {
  const phases = await repository.listPhases(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const texts = openTexts(deps.sealer, row)
    const own = phases
      .filter(({ projectId }) => projectId === row.id)
      .map(({ projectId: _, ...phase }) => phase)
    return {
      id: row.id,
      type: row.type,
      discipline: row.discipline,
      regions: row.regions,
      languages: row.languages,
      employmentForm: row.employmentForm,
      described: row.described,
      version: row.version,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      destroyedAt: row.destroyedAt,
      ...texts,
      phases: own,
      stops: texts.brief ? stopsIn(texts.brief) : [],
      backSchedule: texts.brief ? scheduleIn(texts.brief, own) : [],
    }
  })
}

/** A phase may keep the id it has in this project; any other id could be somebody else’s. */
const refuseForeignPhases = (input: Described, known: readonly Phase[]): void => {
  const own = new Set(known.map(({ id }) => id))
  const seen = new Set<string>()
  const errors = input.phases.flatMap(({ id }, index) => {
    if (id === undefined) return []
    const isKnown = own.has(id) && !seen.has(id)
    seen.add(id)
    return isKnown ? [] : [{ pointer: `/phases/${index}/id`, detail: 'is not a phase of this project' }]
  })
  if (errors.length > 0) refuse('invalid-request', { errors })
}

const refuseUnknownCodes = async (db: Db, brief: Brief): Promise<void> => {
  if ('scenes' in brief) return
  for (const name of ['label', 'tool'] as const) {
    const code = brief[name]
    if (code !== null && (await repository.listKnownCodes(db, name, [code])).length === 0)
      refuse('invalid-request', {
        errors: [{ pointer: `/brief/${name}`, detail: 'is not in the catalogue' }],
      })
  }
}

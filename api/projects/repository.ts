import { type Db, type Trx, toMultirange } from '@repere/db'
import { openStates } from '@repere/db/vocabulary/booking.ts'
import { type Day, daysOf, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { EmploymentForm } from '@repere/db/vocabulary/employment-form.ts'
import type { LanguageCode } from '@repere/db/vocabulary/language.ts'
import type { ProjectType } from '@repere/db/vocabulary/medium.ts'
import type { PhaseKind } from '@repere/db/vocabulary/phase-kind.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'

export interface Phase {
  id: string
  kind: PhaseKind
  days: string[]
  remote: boolean
  exclusive: boolean
}

/** What is kept of a project, its texts already sealed. */
export interface StoredProject {
  titleSealed: Buffer
  codeNameSealed: Buffer | null
  briefSealed: Buffer
  described: boolean
  type: ProjectType
  discipline: Discipline
  regions: RegionCode[]
  languages: LanguageCode[]
  employmentForm: EmploymentForm | null
}

const columns = [
  'project.id',
  'project.companyId',
  'project.titleSealed',
  'project.codeNameSealed',
  'project.briefSealed',
  'project.described',
  'project.type',
  'project.discipline',
  'project.regions',
  'project.languages',
  'project.employmentForm',
  'project.version',
  'project.createdAt',
  'project.updatedAt',
  'sealingKey.wrapped',
  'sealingKey.destroyedAt',
] as const

const projects = (db: Db) =>
  db.selectFrom('project').innerJoin('sealingKey', 'sealingKey.id', 'project.sealingKeyId').select(columns)

const ownProjects = (db: Db, accountId: string) =>
  projects(db)
    .innerJoin('company', 'company.id', 'project.companyId')
    .where('company.accountId', '=', accountId)

export type ProjectRow = Awaited<ReturnType<typeof findProject>> & object

/** A project of this account’s company; of another’s, nothing. */
export const findProject = (db: Db, accountId: string, id: string) =>
  ownProjects(db, accountId).where('project.id', '=', id).executeTakeFirst()

/** Projects by id, whoever asks: for the parties of their bookings. */
export const listProjectsById = (db: Db, ids: string[]): Promise<ProjectRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : projects(db).where('project.id', 'in', ids).execute()

/** The same, for asking somebody for it: until the transaction ends nobody edits what is being sent. */
export const holdProject = (trx: Trx, accountId: string, id: string) =>
  ownProjects(trx, accountId).where('project.id', '=', id).forShare(['project']).executeTakeFirst()

/** The same, held until the transaction ends, so that two edits follow each other. */
export const lockProject = (trx: Trx, accountId: string, id: string) =>
  ownProjects(trx, accountId).where('project.id', '=', id).forNoKeyUpdate(['project']).executeTakeFirst()

/** The projects of an account’s company, the one last worked on first. */
export const listProjects = async (
  db: Db,
  accountId: string,
  { page, perPage }: { page: number; perPage: number },
) => {
  const rows = await ownProjects(db, accountId)
    .orderBy('project.updatedAt', 'desc')
    .orderBy('project.id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const { total } = await db
    .selectFrom('project')
    .innerJoin('company', 'company.id', 'project.companyId')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('company.accountId', '=', accountId)
    .executeTakeFirstOrThrow()
  return { rows, total }
}

export type PhaseOfProject = Phase & { projectId: string }

/** The phases of some projects, in their order. */
export const listPhases = async (db: Db, projectIds: string[]): Promise<PhaseOfProject[]> => {
  if (projectIds.length === 0) return []
  const rows = await db
    .selectFrom('projectPhase')
    .select(['id', 'projectId', 'kind', 'days', 'remote', 'exclusive'])
    .where('projectId', 'in', projectIds)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, days: daysOf(row.days) }))
}

/** What a production writes of a project, column by column. */
const columnsOf = (project: StoredProject) => ({
  titleSealed: project.titleSealed,
  codeNameSealed: project.codeNameSealed,
  briefSealed: project.briefSealed,
  described: project.described,
  type: project.type,
  discipline: project.discipline,
  regions: project.regions,
  languages: project.languages,
  employmentForm: project.employmentForm,
})

export const insertProject = async (
  trx: Trx,
  {
    companyId,
    wrappedKey,
    project,
    destroyAfter,
  }: { companyId: string; wrappedKey: Buffer; project: StoredProject; destroyAfter: Day | null },
): Promise<string> => {
  const key = await trx
    .insertInto('sealingKey')
    .values({ purpose: 'project', wrapped: wrappedKey, destroyAfter })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('project')
    .values({ companyId, sealingKeyId: key.id, ...columnsOf(project) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const updateProject = async (
  trx: Trx,
  id: string,
  project: StoredProject,
  now: Date,
): Promise<void> => {
  await trx
    .updateTable('project')
    .set((eb) => ({
      ...columnsOf(project),
      version: eb('version', '+', 1),
      updatedAt: now,
    }))
    .where('id', '=', id)
    .execute()
}

/** When the texts of a project may be made unreadable for good: moved with its days. */
export const setDestroyAfter = async (
  trx: Trx,
  projectId: string,
  destroyAfter: Day | null,
): Promise<void> => {
  await trx
    .updateTable('sealingKey')
    .set({ destroyAfter })
    .where('id', '=', (eb) => eb.selectFrom('project').select('sealingKeyId').where('id', '=', projectId))
    .execute()
}

/** Replaces the phases. Those that name an id keep it, since bookings refer to it. */
export const replacePhases = async (
  trx: Trx,
  projectId: string,
  phases: (Omit<Phase, 'id'> & { id?: string | undefined })[],
): Promise<void> => {
  await trx.deleteFrom('projectPhase').where('projectId', '=', projectId).execute()
  if (phases.length === 0) return
  await trx
    .insertInto('projectPhase')
    .values(
      phases.map(({ id, kind, days, remote, exclusive }, position) => ({
        ...(id && { id }),
        projectId,
        position,
        kind,
        days: toMultirange(rangesOf(days)),
        remote,
        exclusive,
      })),
    )
    .execute()
}

/** Bookings of a project that bind somebody at `now`, with whom to tell of a change. */
export const listLiveBookings = (db: Db, projectId: string, now: Date) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .leftJoin('account', 'account.id', 'coordinator.accountId')
    .select(['booking.id', 'coordinator.accountId', 'account.email', 'account.locale'])
    .where('booking.projectId', '=', projectId)
    .where((eb) =>
      eb.or([
        eb('booking.state', '=', 'confirmed'),
        eb.and([eb('booking.state', 'in', openStates), eb('booking.expiresAt', '>', now)]),
      ]),
    )
    .orderBy('booking.id')
    .execute()

/** Whether anybody was ever asked for this project. */
export const isAskedFor = async (db: Db, projectId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('booking')
    .select('id')
    .where('projectId', '=', projectId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Which of these codes the catalogue of labels or tools knows. */
export const listKnownCodes = async (db: Db, table: 'label' | 'tool', codes: string[]): Promise<string[]> => {
  if (codes.length === 0) return []
  const rows = await db.selectFrom(table).select('code').where('code', 'in', codes).execute()
  return rows.map(({ code }) => code)
}

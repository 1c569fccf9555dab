import type { Trx } from '@repere/db'
import { dayIn } from '@repere/db/vocabulary/day.ts'
import { type Discipline, disciplines } from '@repere/db/vocabulary/discipline.ts'
import type { JobSheet } from '@repere/db/vocabulary/job-sheet.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { findVersion, keepRevision, listRevisions } from '../revisions/service.ts'
import { findSheet, lockSheet, writeSheet } from './repository.ts'
import { findSheetFaults } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock'>

export interface PublishedSheet {
  discipline: Discipline
  content: JobSheet
  version: number
  changedAt: Date
}

/** The profession of this name. */
const getDiscipline = (name: string): Discipline =>
  disciplines.find((known) => known === name) ?? refuse('profession-not-found')

const getSheet = async ({ db }: Pick<Stand, 'db'>, name: string) =>
  (await findSheet(db, getDiscipline(name))) ?? refuse('profession-not-found')

/** The text on a profession as everybody reads it. */
export const readSheet = (deps: Pick<Stand, 'db'>, name: string): Promise<PublishedSheet> =>
  getSheet(deps, name)

/** Publishes a sheet anew; who edited an older version is refused. */
export const publishSheet = (
  deps: Stand,
  registrar: SignedIn,
  { name, version }: Seen,
  sheet: JobSheet,
): Promise<PublishedSheet> => {
  const discipline = getDiscipline(name)
  const errors = findSheetFaults(sheet, dayIn('Pacific/Kiritimati', deps.clock.now()))
  if (errors.length > 0) return refuse('invalid-request', { errors })
  return replace(deps, registrar, { discipline, version, change: 'edited' }, async () => sheet)
}

/** Makes an earlier version the newest one. */
export const putSheetBack = (
  deps: Stand,
  registrar: SignedIn,
  { name, version }: Seen,
  restore: number,
): Promise<PublishedSheet> => {
  const seen = { discipline: getDiscipline(name), version, change: 'put-back', restored: restore } as const
  return replace(
    deps,
    registrar,
    seen,
    async (trx, id) => ((await findVersion(trx, id, restore)) ?? refuse('version-not-found')) as JobSheet,
  )
}

interface Seen {
  name: string
  version: number
}

interface Replacing {
  discipline: Discipline
  version: number
  change: 'edited' | 'put-back'
  restored?: number
}

/** One change under a lock, kept in history and trail. What changes nothing leaves no trace. */
const replace = (
  { db, clock }: Stand,
  registrar: SignedIn,
  { discipline, version, change, restored }: Replacing,
  next: (trx: Trx, id: string) => Promise<JobSheet>,
): Promise<PublishedSheet> =>
  db.transaction().execute(async (trx) => {
    const before = (await lockSheet(trx, discipline)) ?? refuse('profession-not-found')
    if (before.version !== version) return refuse('job-sheet-changed')
    const content = await next(trx, before.id)
    const after = { discipline, content, version: version + 1, changedAt: clock.now() }
    await writeSheet(trx, after)
    // Read again: Postgres keeps keys in its own order.
    const kept = (await findSheet(trx, discipline)) ?? refuse('profession-not-found')
    if (JSON.stringify(kept.content) === JSON.stringify(before.content)) {
      await writeSheet(trx, before)
      return before
    }
    await keepRevision(
      trx,
      {
        subjectKind: 'job-sheets',
        subjectId: before.id,
        version: after.version,
        change,
        before: before.content,
        after: content,
        changedBy: registrar.id,
        changedAt: after.changedAt,
      },
      { code: discipline, ...(restored !== undefined && { restored }) },
    )
    return kept
  })

/** A page of what happened to a sheet, newest first. */
export const readSheetHistory = async (
  deps: Pick<Stand, 'db'>,
  name: string,
  place: { page: number; perPage: number },
) => listRevisions(deps.db, (await getSheet(deps, name)).id, place)

import type { ImportField } from '@repere/db/vocabulary/import.ts'
import type { Deps } from '../deps.ts'
import { openInvited, previewInvitation } from '../invitations/service.ts'
import type { Letter } from '../mail/letter.ts'
import { refuse } from '../problem.ts'
import {
  countAnswers,
  countProblems,
  listRows,
  type ReportedRow,
  type RowFilter,
} from './report-repository.ts'
import { findImport, type ImportRecord, listFirstRows, listImports, listNext } from './repository.ts'
import { judgeRow, type Listed } from './row-rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'sealer'> & { config: Pick<Deps['config'], 'origin'> }

export interface Column {
  heading: string
  field: ImportField | null
  samples: string[]
}

export type ImportDetail = ImportRecord & {
  columns: Column[]
  problems: Record<string, number>
  letter: (Letter & { to: string }) | null
} & Awaited<ReturnType<typeof countAnswers>>

const sampled = 4

/** A page of imports, the latest first. */
export const readImports = ({ db }: Pick<Deps, 'db'>, place: { page: number; perPage: number }) =>
  listImports(db, place)

/** An import: its columns with the first cells of each, its counts, and the mail that its first person would get. */
export const readImport = async (stand: Stand, id: string): Promise<ImportDetail> => {
  const { db, clock, sealer } = stand
  const list = (await findImport(db, id)) ?? refuse('import-not-found')
  const seal = sealer.forPurpose('import')
  const headings: string[] = list.headingsSealed ? JSON.parse(seal.open(list.headingsSealed)) : []
  const first = await listFirstRows(db, id, sampled)
  const cells = first.map(({ contentSealed }): string[] =>
    contentSealed ? JSON.parse(seal.open(contentSealed)) : [],
  )
  return {
    ...list,
    columns: headings.map((heading, column) => ({
      heading,
      field: list.mapping[column] ?? null,
      samples: cells.map((row) => row[column] ?? ''),
    })),
    problems: await countProblems(db, id),
    letter: await readLetter(stand, list),
    ...(await countAnswers(db, id, clock.now())),
  }
}

const readLetter = async (stand: Stand, list: ImportRecord) => {
  if (list.state !== 'checked') return null
  const [row] = await listNext(stand.db, list.id, 'ready', 1)
  if (!row?.contentSealed) return null
  const { listed } = judgeRow(openCells(stand, row.contentSealed), list.mapping)
  return { ...previewInvitation(stand, list, listed), to: listed.email }
}

const openCells = ({ sealer }: Pick<Stand, 'sealer'>, sealed: Buffer): string[] =>
  JSON.parse(sealer.forPurpose('import').open(sealed))

export type ReadRow = Omit<ReportedRow, 'contentSealed' | 'invitedSealed'> & {
  cells: string[]
  name: string
  email: string
}

/** A page of lines with what stands against each, or what became of its invitation. */
export const readRows = async (
  stand: Stand,
  id: string,
  filter: RowFilter,
  place: { page: number; perPage: number },
): Promise<{ items: ReadRow[]; total: number }> => {
  const list = (await findImport(stand.db, id)) ?? refuse('import-not-found')
  const { items, total } = await listRows(stand.db, id, filter, { ...place, now: stand.clock.now() })
  return { total, items: items.map((row) => toReadRow(stand, list, row)) }
}

const toReadRow = (
  stand: Stand,
  { mapping }: ImportRecord,
  { contentSealed, invitedSealed, ...row }: ReportedRow,
): ReadRow => {
  const cells = contentSealed ? openCells(stand, contentSealed) : []
  const invited = openInvited(stand.sealer, invitedSealed)
  const listed: Pick<Listed, 'name' | 'email'> = invited ?? judgeRow(cells, mapping).listed
  return {
    ...row,
    cells,
    name: row.claimedName ?? listed.name,
    email: row.claimedEmail ?? listed.email,
  }
}

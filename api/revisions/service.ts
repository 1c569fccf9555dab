import type { Trx } from '@repere/db'
import { record } from '../events/service.ts'
import { findAround, insertRevision, listRevisionsOf, type NewRevision } from './repository.ts'

export type { NewRevision, Revision } from './repository.ts'

/** A page of the history of something that registrars edit, newest first. */
export const listRevisions = listRevisionsOf

/** Keeps one change in the history and in the audit trail, in the transaction that made it. */
export const keepRevision = async (
  trx: Trx,
  revision: NewRevision,
  facts: { code: string; restored?: number },
): Promise<void> => {
  await insertRevision(trx, revision)
  const { subjectKind, subjectId, change, version, changedBy, changedAt } = revision
  await record(trx, {
    actor: { id: changedBy, role: 'registrar' },
    kind: subjectKind === 'job-sheets' ? `job-sheet.${change}` : `catalogue.${change}`,
    subject: { kind: subjectKind, id: subjectId },
    facts: { ...facts, version },
    at: changedAt,
  })
}

/** How something stood at a version; undefined where there was no such version, or it is the present one. */
export const findVersion = async (
  trx: Trx,
  subjectId: string,
  version: number,
): Promise<object | undefined> => {
  const { made, ended } = await findAround(trx, subjectId, version)
  // The first version of a seeded entry was made by no change: what ended it remembers it.
  return ended && (made?.after ?? ended.before ?? undefined)
}

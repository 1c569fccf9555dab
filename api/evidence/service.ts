import type { Db, Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { type HappenedEvent, record } from '../events/service.ts'
import {
  dropFile,
  evidenceAccepted,
  type OpenedFile,
  openFile,
  storeFile,
  takeFile,
} from '../files/service.ts'
import type { EvidenceShape } from '../http/evidence-shape.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import {
  countExpired,
  countSameElsewhere,
  deleteUndecided,
  type EvidenceRow,
  findAnyFile,
  findOwnFile,
  insertEvidence,
  listFiles,
  listLatest,
  lockExpired,
  lockOwned,
} from './repository.ts'
import { deletedOn, keptDays, mayChange } from './rules.ts'

/** An A4 page at 300 dots an inch. */
const maxSide = 3_600

/** The latest document of each credential that has one, by credential; names are opened, files are not. */
export const listEvidence = async (
  { sealer }: Pick<Deps, 'sealer'>,
  db: Db | Trx,
  credentialIds: readonly string[],
): Promise<Map<string, EvidenceShape>> =>
  new Map((await listLatest(db, credentialIds)).map((row) => [row.credentialId, present(sealer, row)]))

/** How many other people sent the very same document, by the id of the document. */
export const listSameElsewhere = countSameElsewhere

/** Puts a document in place for one's own credential, in place of the one before it. */
export const putEvidence = async (
  deps: Deps,
  account: SignedIn,
  credentialId: string,
  sent: File,
): Promise<EvidenceShape> => {
  await deps.limits.spend('upload', [account.id])
  const taken = await takeFile(sent, evidenceAccepted, { maxSide })
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const credential = await lockChangeable(trx, account, credentialId)
    await forget(trx, credential, now)
    const fileId = await storeFile(deps, trx, { ...taken, accountId: account.id }, now)
    const id = await insertEvidence(trx, { credentialId, fileId, sha256: taken.sha256, uploadedAt: now })
    const facts = {
      code: credential.code,
      evidence: id,
      mediaType: taken.mediaType,
      bytes: taken.bytes.length,
    }
    await record(trx, { ...by(account, credentialId), kind: 'evidence.stored', facts, at: now })
    const stored = (await listEvidence(deps, trx, [credentialId])).get(credentialId)
    return stored ?? refuse('evidence-not-found')
  })
}

/** Takes the document back: nobody can open it from the next request on. */
export const removeEvidence = ({ db, clock }: Deps, account: SignedIn, credentialId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const credential = await lockChangeable(trx, account, credentialId)
    if ((await forget(trx, credential, now)) === 0) return refuse('evidence-not-found')
    const facts = { code: credential.code }
    await record(trx, { ...by(account, credentialId), kind: 'evidence.removed', facts, at: now })
  })

/** One's own document, opened. */
export const openOwnEvidence = async (
  deps: Deps,
  account: SignedIn,
  credentialId: string,
): Promise<OpenedFile> => {
  const found = await findOwnFile(deps.db, account.id, credentialId)
  const file = found?.fileId ? await openFile(deps, deps.db, found.fileId) : undefined
  return file ?? refuse('evidence-not-found')
}

/** The document of anybody, opened for a registrar. That it was opened is kept before it is shown. */
export const openForRegistrar = (
  deps: Deps,
  registrar: SignedIn,
  credentialId: string,
): Promise<OpenedFile> =>
  deps.db.transaction().execute(async (trx) => {
    const found = (await findAnyFile(trx, credentialId)) ?? refuse('evidence-not-found')
    const file = found.fileId ? await openFile(deps, trx, found.fileId) : undefined
    if (!file) return refuse('evidence-not-found')
    await record(trx, {
      actor: { id: registrar.id, role: 'registrar' },
      kind: 'evidence.opened',
      subject: { kind: 'credential', id: credentialId },
      facts: { code: found.code, evidence: found.id },
      at: deps.clock.now(),
    })
    return file
  })

/** Lets go of what was sent for a credential that its owner takes back. What a decision rested on keeps its hash. */
export const dropEvidenceOf = async (
  trx: Trx,
  credential: { id: string; decidedAt: Date | null },
  now: Date,
): Promise<void> => {
  await forget(trx, credential, now)
}

/** How many documents were decided upon before an instant, and so may go. */
export const countOldEvidence = (db: Db, decidedBefore: Date): Promise<number> =>
  countExpired(db, decidedBefore)

const batch = 200

/** Deletes documents ninety days after the decision; their hash stays beside it. */
export const deleteOldEvidence = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> => {
  const now = clock.now()
  const decidedBefore = new Date(now.getTime() - keptDays * 86_400_000)
  let deleted = 0
  for (;;) {
    const count = await db.transaction().execute(async (trx) => {
      const old = await lockExpired(trx, decidedBefore, batch)
      for (const { id, fileId, credentialId } of old) {
        if (fileId) await dropFile(trx, fileId, now)
        const subject = { kind: 'credential', id: credentialId }
        await record(trx, {
          actor: 'clock',
          kind: 'evidence.deleted',
          subject,
          facts: { evidence: id },
          at: now,
        })
      }
      return old.length
    })
    deleted += count
    if (count < batch) return deleted
  }
}

const lockChangeable = async (trx: Trx, account: SignedIn, credentialId: string) => {
  const credential = (await lockOwned(trx, account.id, credentialId)) ?? refuse('credential-not-found')
  if (!mayChange[credential.standing]) refuse('evidence-fixed')
  return credential
}

/** Drops the files in place, and the rows on which nothing was decided. Answers how many files there were. */
const forget = async (
  trx: Trx,
  { id, decidedAt }: { id: string; decidedAt: Date | null },
  now: Date,
): Promise<number> => {
  const files = await listFiles(trx, id)
  for (const { fileId } of files) await dropFile(trx, fileId, now)
  await deleteUndecided(trx, id, decidedAt)
  return files.length
}

const by = (account: SignedIn, credentialId: string): Pick<HappenedEvent, 'actor' | 'subject'> => ({
  actor: { id: account.id, role: 'coordinator' },
  subject: { kind: 'credential', id: credentialId },
})

const present = (sealer: Deps['sealer'], row: EvidenceRow): EvidenceShape => ({
  id: row.id,
  sha256: row.sha256,
  uploadedAt: row.uploadedAt.toISOString(),
  file:
    row.mediaType && row.sizeBytes && row.nameSealed && row.wrapped
      ? {
          name: sealer.withKey(row.wrapped).open(row.nameSealed),
          mediaType: row.mediaType,
          sizeBytes: row.sizeBytes,
          deletedOn: deletedOn(row.uploadedAt, row.decidedAt),
        }
      : null,
})

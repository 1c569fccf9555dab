import { createHash, randomUUID } from 'node:crypto'
import type { Db, Trx } from '@repere/db'
import type { MediaType } from '@repere/db/vocabulary/file.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { listSealed, readSealed, removeSealed, writeSealed } from './disk.ts'
import { type Crop, redrawImage } from './images.ts'
import { deleteFiles, findFile, insertFile, listFilesOf, listKnown } from './repository.ts'
import { type Accepted, judgeFile, shownName } from './rules.ts'

export type { Crop } from './images.ts'
export { evidenceAccepted } from './rules.ts'

/** A file that was looked into and may be stored. The hash is of what was sent: its owner can make it again. */
export interface TakenFile {
  bytes: Buffer
  mediaType: MediaType
  name: string
  sha256: string
}

export interface OpenedFile {
  bytes: Buffer
  mediaType: MediaType
  name: string
}

type Shelf = Pick<Deps, 'sealer'> & { config: Pick<Deps['config'], 'uploadsDir'> }

/** Looks into what was sent: refuses what cannot be taken, draws pictures anew, and gives it a name that can be shown. */
export const takeFile = async (
  sent: File,
  accepted: Accepted,
  redraw: { maxSide: number; crop?: Crop; square?: true; as?: 'image/jpeg' },
): Promise<TakenFile> => {
  if (sent.size > accepted.maxBytes) refuse('file-too-large')
  const original = Buffer.from(await sent.arrayBuffer())
  const verdict = judgeFile(original, accepted)
  if (!verdict.ok) return refuse(verdict.because)
  const sha256 = createHash('sha256').update(original).digest('hex')
  const { mediaType: held } = verdict
  if (held === 'application/pdf')
    return { bytes: original, mediaType: held, name: shownName(sent.name, held), sha256 }
  const mediaType = redraw.as ?? held
  const bytes = await redrawImage(original, {
    maxSide: redraw.maxSide,
    crop: redraw.crop,
    square: redraw.square ?? false,
    as: mediaType,
  })
  return { bytes, mediaType, name: shownName(sent.name, mediaType), sha256 }
}

/**
 * Stores a file under a key of its own, and answers its id. The sealed bytes are on the disk before the row is: a crash
 * leaves bytes without a row, which the sweep finds, and never a row without bytes.
 */
export const storeFile = async (
  { sealer, config }: Shelf,
  trx: Trx,
  { accountId, ...file }: TakenFile & { accountId: string },
  now: Date,
): Promise<string> => {
  const id = randomUUID()
  const wrappedKey = sealer.createKey()
  const seal = sealer.withKey(wrappedKey)
  await writeSealed(config.uploadsDir, id, seal.sealBytes(file.bytes))
  await insertFile(trx, {
    id,
    accountId,
    wrappedKey,
    mediaType: file.mediaType,
    sizeBytes: file.bytes.length,
    nameSealed: seal.seal(file.name),
    createdAt: now,
  })
  return id
}

/** A stored file, opened. Undefined once it was dropped; throws when its bytes were altered. */
export const openFile = async (
  { sealer, config }: Shelf,
  db: Db | Trx,
  id: string,
): Promise<OpenedFile | undefined> => {
  const file = await findFile(db, id)
  const sealed = file?.wrapped ? await readSealed(config.uploadsDir, id) : undefined
  if (!file?.wrapped || !sealed) return undefined
  const seal = sealer.withKey(file.wrapped)
  return { bytes: seal.openBytes(sealed), mediaType: file.mediaType, name: seal.open(file.nameSealed) }
}

/** Forgets a file: from the end of the transaction on nothing can open its bytes, which the sweep takes off the disk. */
export const dropFile = async (trx: Trx, id: string, now: Date): Promise<void> => {
  await deleteFiles(trx, [id], now)
}

/** The same for all files of an account; answers which, so that their bytes may go once the transaction has ended. */
export const dropFilesOf = async (trx: Trx, accountId: string, now: Date): Promise<string[]> => {
  const ids = await listFilesOf(trx, accountId, 10_000)
  await deleteFiles(trx, ids, now)
  return ids
}

/** Takes the bytes of dropped files off the disk at once, rather than at the next sweep. */
export const takeOffDisk = async (
  { config }: Pick<Deps, 'config'>,
  ids: readonly string[],
): Promise<void> => {
  await Promise.all(ids.map((id) => removeSealed(config.uploadsDir, id)))
}

const batch = 500
const hour = 3_600_000

/**
 * Lets go of files whose account is gone, then takes off the disk what no row knows. Bytes younger than an hour may
 * belong to a transaction under way.
 */
export const sweepFiles = async ({
  db,
  clock,
  config,
}: Pick<Deps, 'db' | 'clock' | 'config'>): Promise<number> => {
  const now = clock.now()
  const dropOrphans = (): Promise<number> =>
    db.transaction().execute(async (trx) => deleteFiles(trx, await listFilesOf(trx, null, batch), now))
  while ((await dropOrphans()) === batch);
  const found = await listSealed(config.uploadsDir, new Date(now.getTime() - hour))
  let removed = 0
  for (let from = 0; from < found.length; from += batch) {
    const ids = found.slice(from, from + batch)
    const known = await listKnown(db, ids)
    const unknown = ids.filter((id) => !known.has(id))
    await Promise.all(unknown.map((id) => removeSealed(config.uploadsDir, id)))
    removed += unknown.length
  }
  return removed
}

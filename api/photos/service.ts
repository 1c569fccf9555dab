import type { Trx } from '@repere/db'
import type { PhotoSize } from '@repere/db/vocabulary/photo.ts'
import type { Deps } from '../deps.ts'
import { profileViewerOf } from '../discovery/service.ts'
import { recorderOf } from '../events/service.ts'
import { type Crop, dropFile, type OpenedFile, openFile, storeFile, takeFile } from '../files/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { canSeeField, ensureProfile } from '../profiles/service.ts'
import { deletePhoto, findPhoto, insertPhoto, type PhotoRow } from './repository.ts'
import { edges, photoAccepted } from './rules.ts'

/**
 * Puts a portrait in place of the one before: two squares drawn anew from what was sent, the chosen part or the middle.
 * Its name is new each time, so that whoever was shown the old one has nothing.
 */
export const putPhoto = async (
  deps: Deps,
  account: SignedIn,
  sent: File,
  crop: Crop | undefined,
): Promise<{ id: string }> => {
  await deps.limits.spend('upload', [account.id])
  const draw = (size: PhotoSize) =>
    takeFile(sent, photoAccepted, {
      maxSide: edges[size],
      square: true,
      as: 'image/jpeg',
      ...(crop && { crop }),
    })
  const [large, small] = [await draw('large'), await draw('small')]
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const coordinatorId = await ensureProfile(trx, account, now)
    await forget(trx, coordinatorId, now)
    const keep = (file: typeof large) => storeFile(deps, trx, { ...file, accountId: account.id }, now)
    const [largeFileId, smallFileId] = [await keep(large), await keep(small)]
    const id = await insertPhoto(trx, { coordinatorId, largeFileId, smallFileId, createdAt: now })
    await tell(trx, account, coordinatorId, 'photo.added', now)
    return { id }
  })
}

/** Takes the portrait away; none there is no error. */
export const removePhoto = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, account: SignedIn): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const coordinatorId = await ensureProfile(trx, account, now)
    if (await forget(trx, coordinatorId, now)) await tell(trx, account, coordinatorId, 'photo.removed', now)
  })

/** A portrait for whom its owner shows it to, while the profile is public; for everybody else there is none. */
export const readPhoto = async (
  deps: Deps,
  account: SignedIn | null,
  id: string,
  size: PhotoSize,
): Promise<OpenedFile> => {
  const photo = await findPhoto(deps.db, id)
  if (!photo || !(await maySee(deps, account, photo))) return refuse('photo-not-found')
  const file = await openFile(deps, deps.db, size === 'large' ? photo.largeFileId : photo.smallFileId)
  return file ?? refuse('photo-not-found')
}

const maySee = async (deps: Deps, account: SignedIn | null, photo: PhotoRow): Promise<boolean> => {
  if (account && account.id === photo.accountId) return true
  if (!photo.published) return false
  return canSeeField(await profileViewerOf(deps, account, photo.slug), photo.visibility, 'photo')
}

const forget = async (trx: Trx, coordinatorId: string, now: Date): Promise<boolean> => {
  const files = await deletePhoto(trx, coordinatorId)
  for (const id of files) await dropFile(trx, id, now)
  return files.length > 0
}

const tell = recorderOf('coordinator', 'coordinator')

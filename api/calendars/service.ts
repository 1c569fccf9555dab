import type { ImportScope } from '@repere/db/vocabulary/calendar.ts'
import { dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { ensureProfile } from '../profiles/service.ts'
import { readFile } from './read-file.ts'
import {
  deleteImport,
  deleteOldPreviews,
  findOwner,
  type ImportRow,
  listImported,
  listImports,
  lockPreview,
  markApplied,
  putPreview,
  replaceImported,
} from './repository.ts'
import { previewMs, windowFrom, within, without } from './rules.ts'
import { recordBy } from './trail.ts'

export { type CalendarChanges, changeCalendars } from './entries.ts'
export { changeFeed, closeFeed, openFeed, readFeed, serveFeed } from './feed.ts'

const inParis = 'Europe/Paris'
const mostBytes = 5 * 1_048_576

/** What was read from files, with the days in force and what the reading shown would change. */
export const readImports = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, account: SignedIn) => {
  const owner = await findOwner(db, account.id)
  if (!owner) return { applied: null, preview: null }
  const rows = await listImports(db, owner.id)
  const imported = await listImported(db, owner.id)
  const since = clock.now().getTime() - previewMs
  const applied = rows.find(({ stand }) => stand === 'applied')
  const preview = rows.find(({ stand, readAt }) => stand === 'preview' && readAt.getTime() > since)
  return {
    applied: applied ? { ...applied, ...imported } : null,
    preview: preview ? compare(preview, imported) : null,
  }
}

/** Only days from today on count: that an old import holds past ones changes nothing. */
const compare = (preview: ImportRow, imported: Awaited<ReturnType<typeof listImported>>) => {
  const { busy, tentative } = { busy: preview.busy ?? [], tentative: preview.tentative ?? [] }
  const before = within([...imported.busy, ...imported.tentative], preview.readWindow)
  const after = [...busy, ...tentative]
  return { ...preview, busy, tentative, added: without(after, before), dropped: without(before, after) }
}

/** Reads a file and keeps its days to be shown. Whatever is wrong with it, the days in force stay as they are. */
export const bringFile = async (
  deps: Deps,
  account: SignedIn,
  { file, scope }: { file: File; scope: ImportScope },
): Promise<void> => {
  await deps.limits.spend('calendar-import', [account.id])
  if (file.size === 0) refuse('file-empty')
  if (file.size > mostBytes) refuse('file-too-large')
  const now = deps.clock.now()
  const timeZone = (await findOwner(deps.db, account.id))?.timeZone ?? inParis
  const options = { timeZone, scope, window: windowFrom(dayIn(timeZone, now)), addresses: [account.email] }
  const read = await readFile(await file.bytes(), options)
  if ('fault' in read) return refuse('calendar-unreadable', { members: { because: read.fault } })
  await deps.db.transaction().execute(async (trx) => {
    const coordinatorId = await ensureProfile(trx, account, now)
    await putPreview(trx, coordinatorId, read.days, { ...options, now })
  })
}

/** Puts the days that were shown in place of those imported before. */
export const applyImport = ({ db, clock }: Deps, account: SignedIn, id: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const owner = (await findOwner(trx, account.id)) ?? refuse('calendar-import-not-found')
    const readAfter = new Date(now.getTime() - previewMs)
    const preview = (await lockPreview(trx, owner.id, id, readAfter)) ?? refuse('calendar-import-not-found')
    const { busy, tentative } = { busy: preview.busy ?? [], tentative: preview.tentative ?? [] }
    await replaceImported(trx, owner.id, { busy, tentative })
    await markApplied(trx, owner.id, id, now)
    const facts = { events: preview.events, busy: busy.length, tentative: tentative.length }
    await recordBy(trx, account, { id: owner.id, kind: 'calendar.imported', facts, at: now })
  })

/** Forgets the reading that was shown. */
export const forgetPreview = async ({ db }: Pick<Deps, 'db'>, account: SignedIn): Promise<void> => {
  const owner = await findOwner(db, account.id)
  if (owner) await deleteImport(db, owner.id, 'preview')
}

/** Takes the imported days out of the calendar. */
export const removeImport = ({ db, clock }: Deps, account: SignedIn): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const owner = (await findOwner(trx, account.id)) ?? refuse('calendar-import-not-found')
    if (!(await deleteImport(trx, owner.id, 'applied'))) refuse('calendar-import-not-found')
    await replaceImported(trx, owner.id, { busy: [], tentative: [] })
    await recordBy(trx, account, { id: owner.id, kind: 'calendar.import-removed', at: clock.now() })
  })

/** Lets go of readings that nobody applied in time. */
export const forgetPreviews = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> =>
  deleteOldPreviews(db, new Date(clock.now().getTime() - previewMs))

import type { Trx } from '@repere/db'
import type { RevisionChange } from '@repere/db/vocabulary/catalogue.ts'
import { dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { findVersion, keepRevision, listRevisions, type Revision } from '../revisions/service.ts'
import {
  countVersion,
  type Entry,
  findEntry,
  hasCredential,
  insertEntry,
  listEntries,
  listToCheck,
  lockEntry,
  lockOrder,
  setRetired,
  updateFields,
  writeOrder,
} from './repository.ts'
import { type EntryFields, findEntryFaults, moveTo, needsCheck } from './rules.ts'

export type { Entry } from './repository.ts'

type Stand = Pick<Deps, 'db' | 'clock'>

/** Which entry, as it was when it was read. */
interface Seen {
  id: string
  version: number
}

/** All a history keeps of an entry. */
type Snapshot = EntryFields & Pick<Entry, 'place' | 'retired'>

const toSnapshot = ({ fields, place, retired }: Entry): Snapshot => ({ ...fields, place, retired })

/** Every entry, or those to check alone; and how many hold facts that nobody has checked yet. */
export const readDesk = async (
  { db }: Pick<Stand, 'db'>,
  { only }: { only?: 'to-check' | undefined },
): Promise<{ entries: Entry[]; toCheck: number }> => {
  const entries = await (only ? listToCheck(db) : listEntries(db))
  return { entries, toCheck: entries.filter(({ fields, retired }) => !retired && needsCheck(fields)).length }
}

export const getEntry = async (db: Stand['db'] | Trx, id: string): Promise<Entry> =>
  (await findEntry(db, id)) ?? refuse('catalogue-entry-not-found')

/** Adds an entry at the end of its list. Its code is fixed from then on. */
export const addEntry = ({ db, clock }: Stand, registrar: SignedIn, code: string, fields: EntryFields) =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    await refuseFaults(trx, undefined, fields, now)
    const entry = await getEntry(trx, await insertEntry(trx, code, fields))
    await keep(trx, registrar, { change: 'added', before: null, after: entry, now })
    return entry
  })

/** Replaces the fields of an entry. */
export const editEntry = (deps: Stand, registrar: SignedIn, seen: Seen, fields: EntryFields) =>
  change(deps, registrar, seen, async (trx, before, now) => {
    if (before.fields.list !== fields.list)
      refuse('invalid-request', {
        errors: [{ pointer: '/fields/list', detail: 'is not the list of this entry' }],
      })
    await refuseFaults(trx, before.fields, fields, now)
    await updateFields(trx, before.id, fields)
    return 'edited'
  })

/** Takes an entry out of what is offered, or offers it again. Who holds it keeps it. */
export const retireEntry = (deps: Stand, registrar: SignedIn, seen: Seen, retired: boolean) =>
  change(deps, registrar, seen, async (trx, before, now) => {
    await setRetired(trx, before, retired ? now : null)
    return retired ? 'retired' : 'restored'
  })

/** Gives an entry another place in its list. */
export const moveEntry = (deps: Stand, registrar: SignedIn, seen: Seen, place: number) =>
  change(deps, registrar, seen, async (trx, before) => {
    await move(trx, before, place)
    return 'moved'
  })

/** What was in creation exists from now on. */
export const openEntry = (deps: Stand, registrar: SignedIn, seen: Seen) =>
  change(deps, registrar, seen, async (trx, { id, fields }) => {
    if (fields.list !== 'credentials' || fields.status !== 'in-creation')
      return refuse('decision-not-allowed')
    await updateFields(trx, id, { ...fields, status: 'active' })
    return 'opened'
  })

/** Makes an earlier version the newest one. What would take a credential back into its creation is refused. */
export const putBack = (deps: Stand, registrar: SignedIn, seen: Seen, restore: number) =>
  change(
    deps,
    registrar,
    seen,
    async (trx, before, now) => {
      const found = (await findVersion(trx, before.id, restore)) ?? refuse('version-not-found')
      const { place, retired, ...fields } = found as Snapshot
      const then = { ...before.fields, ...fields } as EntryFields
      if (closesAgain(before.fields, then)) refuse('decision-not-allowed')
      await updateFields(trx, before.id, then)
      if (retired !== before.retired) await setRetired(trx, before, retired ? now : null)
      await move(trx, before, place)
      return 'put-back'
    },
    { restored: restore },
  )

const closesAgain = (now: EntryFields, then: EntryFields): boolean =>
  now.list === 'credentials' &&
  then.list === 'credentials' &&
  now.status !== 'in-creation' &&
  then.status === 'in-creation'

const move = async (trx: Trx, { id, place, fields }: Entry, wanted: number): Promise<void> => {
  if (place === wanted) return
  await writeOrder(trx, fields.list, moveTo(await lockOrder(trx, fields.list), id, wanted))
}

/** One change under a lock: history and trail are kept with it. What changes nothing leaves no trace. */
const change = (
  { db, clock }: Stand,
  registrar: SignedIn,
  seen: Seen,
  act: Act,
  facts = {},
): Promise<Entry> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const before = (await lockEntry(trx, seen.id)) ?? refuse('catalogue-entry-not-found')
    if (before.version !== seen.version) return refuse('catalogue-changed')
    const done = await act(trx, before, now)
    const unchanged = await getEntry(trx, before.id)
    if (JSON.stringify(toSnapshot(before)) === JSON.stringify(toSnapshot(unchanged))) return before
    await countVersion(trx, before)
    const after = { ...unchanged, version: before.version + 1 }
    await keep(trx, registrar, { change: done, before, after, now, facts })
    return after
  })

type Act = (trx: Trx, before: Entry, now: Date) => Promise<RevisionChange>

const keep = (
  trx: Trx,
  registrar: SignedIn,
  { change, before, after, now, facts = {} }: Kept,
): Promise<void> =>
  keepRevision(
    trx,
    {
      subjectKind: after.fields.list,
      subjectId: after.id,
      version: after.version,
      change,
      before: before && toSnapshot(before),
      after: toSnapshot(after),
      changedBy: registrar.id,
      changedAt: now,
    },
    { code: after.code, ...facts },
  )

interface Kept {
  change: RevisionChange
  before: Entry | null
  after: Entry
  now: Date
  facts?: { restored?: number }
}

const refuseFaults = async (
  trx: Trx,
  before: EntryFields | undefined,
  after: EntryFields,
  now: Date,
): Promise<void> => {
  const errors = findEntryFaults(before, after, dayIn('Pacific/Kiritimati', now)).map(({ at, detail }) => ({
    pointer: `/fields/${at}`,
    detail,
  }))
  if (
    after.list === 'thresholds' &&
    after.credentialCode &&
    !(await hasCredential(trx, after.credentialCode))
  )
    errors.push({ pointer: '/fields/credentialCode', detail: 'is not in the catalogue' })
  if (errors.length > 0) refuse('invalid-request', { errors })
}

/** A page of what happened to an entry, newest first. */
export const readHistory = async (
  { db }: Pick<Stand, 'db'>,
  id: string,
  place: { page: number; perPage: number },
): Promise<{ items: Revision[]; total: number }> => {
  await getEntry(db, id)
  return listRevisions(db, id, place)
}

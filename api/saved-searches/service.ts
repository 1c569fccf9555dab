import type { Trx } from '@repere/db'
import { type Filters, toCanonicalQuery } from '@repere/search'
import { isVerifiedProduction } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import type { SavedSearchShape } from './contract.ts'
import * as repository from './repository.ts'
import { endedMs, mostDeleted, mostPeople, mostSearches, undoMs } from './rules.ts'
import { present, sealOf } from './view.ts'

export { tellOfNewPeople } from './alerts.ts'
export { readStop, resume, stop } from './stops.ts'

/** What somebody keeps, and what they deleted within a day. */
export const listMine = async (deps: Deps, account: SignedIn) => {
  const since = new Date(deps.clock.now().getTime() - undoMs)
  const rows = await repository.listOwn(deps.db, account.id, since)
  return { items: await present(deps, deps.db, rows), most: mostSearches }
}

/** Keeps a search; whoever it finds at this moment counts as seen. The same search is kept once. */
export const keep = async (
  deps: Deps,
  account: SignedIn,
  asked: { query: string; name: string | null },
): Promise<{ kept: SavedSearchShape; isNew: boolean }> => {
  const filters = await readFilters(deps, asked.query)
  if (!account.emailVerified) refuse('email-not-verified')
  await deps.limits.spend('saved-search', [account.id])
  const query = toCanonicalQuery(filters)
  const queryDigest = deps.sealer.digest('saved-search', query)
  const viewer = { seesAllDays: await isVerifiedProduction(deps.db, account) }
  const found = await deps.search.find({ ...filters, page: 1, perPage: mostPeople }, viewer)
  if (found.total > mostPeople) refuse('search-too-wide')
  const seal = sealOf(deps)
  return deps.db.transaction().execute(async (trx) => {
    const count = await repository.lockAndCount(trx, account.id)
    const same = await repository.findByDigest(trx, account.id, queryDigest)
    if (same) return { kept: await presentOne(deps, trx, same), isNew: false }
    if (count >= mostSearches) refuse('saved-searches-full')
    const row = await repository.insertSavedSearch(trx, {
      accountId: account.id,
      querySealed: seal.seal(query),
      queryDigest,
      nameSealed: asked.name ? seal.seal(asked.name) : null,
      endsOn: filters.days.at(-1) ?? null,
      now: deps.clock.now(),
    })
    const seen = await repository.listPublished(
      trx,
      found.items.map(({ slug }) => slug),
    )
    await repository.insertSeen(
      trx,
      row.id,
      seen.map(({ id }) => id),
      null,
    )
    return { kept: await presentOne(deps, trx, row), isNew: true }
  })
}

const readFilters = async ({ search }: Deps, query: string): Promise<Filters> => {
  const parsed = await search.parse(new URLSearchParams(query))
  if (parsed.ok) return parsed.filters
  return refuse('invalid-request', {
    errors: parsed.errors.map(({ detail }) => ({ pointer: '/query', detail })),
  })
}

/** Calls it otherwise, pauses it or lets it go on. */
export const change = async (
  deps: Deps,
  account: SignedIn,
  id: string,
  { name, paused }: { name?: string | null | undefined; paused?: boolean | undefined },
): Promise<SavedSearchShape> => {
  const row = await repository.updateOwn(deps.db, account.id, id, {
    ...(name !== undefined && { nameSealed: name ? sealOf(deps).seal(name) : null }),
    ...(paused !== undefined && { pausedAt: paused ? deps.clock.now() : null }),
  })
  return presentOne(deps, deps.db, row)
}

/** Keeps it no longer. The latest few deleted can be brought back for a day. */
export const remove = (deps: Deps, account: SignedIn, id: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    await repository.lockAndCount(trx, account.id)
    if (!(await repository.deleteOwn(trx, account.id, id, deps.clock.now()))) refuse('saved-search-not-found')
    await repository.forgetDeleted(trx, account.id, mostDeleted)
  })

/** Brings back what was deleted within a day. */
export const restore = (deps: Deps, account: SignedIn, id: string): Promise<SavedSearchShape> =>
  deps.db.transaction().execute(async (trx) => {
    const count = await repository.lockAndCount(trx, account.id)
    const since = new Date(deps.clock.now().getTime() - undoMs)
    const row = await repository.restoreOwn(trx, account.id, id, since)
    if (row && count >= mostSearches) refuse('saved-searches-full')
    return presentOne(deps, trx, row)
  })

const presentOne = async (
  deps: Deps,
  db: Deps['db'] | Trx,
  row: repository.SavedSearchRow | undefined,
): Promise<SavedSearchShape> => {
  const [one] = row ? await present(deps, db, [row]) : []
  return one ?? refuse('saved-search-not-found')
}

/** Lets go of what was deleted a day ago and of what ended long ago; answers how much. */
export const forgetSavedSearches = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> => {
  const now = clock.now().getTime()
  return repository.deleteOld(db, {
    deletedBefore: new Date(now - undoMs),
    endedBefore: new Date(now - endedMs),
  })
}

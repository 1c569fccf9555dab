import type { Db, Trx } from '@repere/db'
import type { RefereeAudience } from '@repere/db/vocabulary/completion.ts'
import { type BookingRow, findCompleted, holdCompleted, note, tell } from '../bookings/service.ts'
import { getVerifiedCompany } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { findReferee, insertReferee, isConfirmed, listRequests, setAudience, setState } from './repository.ts'
import { answerTo } from './rules.ts'

export { answerRequest, readOffered, requestReferee } from './requests.ts'

/** Where the referee of a booking that is over stands. */
export const readReferee = async (deps: Deps, account: SignedIn, id: string) =>
  toView(deps.db, await findCompleted(deps, account, id), account)

/** Asks the production to be a referee: once, after it confirmed the credit. */
export const askReferee = (deps: Deps, account: SignedIn, id: string) =>
  within(deps, account, id, async (trx, row, now) => {
    if (!(await mayAsk(trx, row)) || (await findReferee(trx, id))) refuse('referee-not-possible')
    await insertReferee(trx, id, now)
    await note(trx, { actor: account, what: 'referee-asked', bookingId: id, at: now })
    await tell(deps, trx, [{ row, to: 'production', name: 'referee-asked' }])
  })

/** Keeps the consent of the production, or its refusal; a consent can be withdrawn at any time, and given again. */
export const answerReferee = (deps: Deps, account: SignedIn, id: string, consent: boolean) =>
  within(deps, account, id, async (trx, row, now) => {
    if (consent) await getVerifiedCompany(trx, account.id)
    const referee = (await findReferee(trx, id)) ?? refuse('referee-not-possible')
    const state = answerTo(referee.state, consent)
    if (!state || state === 'asked') return
    await deps.limits.spend('after-work', [`${account.id} ${id}`])
    await setState(trx, referee.id, state, now)
    await note(trx, { actor: account, what: `referee-${state}`, bookingId: id, at: now })
    await tell(deps, trx, [{ row, to: 'coordinator', name: `referee-${state}` }])
  })

/** To whom the coordinator lets it be said; verified productions at most. */
export const chooseAudience = (deps: Deps, account: SignedIn, id: string, audience: RefereeAudience) =>
  within(deps, account, id, async (trx, _, now) => {
    const referee = (await findReferee(trx, id)) ?? refuse('referee-not-possible')
    await setAudience(trx, referee.id, audience)
    await record(trx, {
      actor: { id: account.id, role: 'coordinator' },
      kind: 'referee.audience-chosen',
      subject: { kind: 'referee', id: referee.id },
      facts: { audience },
      at: now,
    })
  })

const within = (
  deps: Deps,
  account: SignedIn,
  id: string,
  act: (trx: Trx, row: BookingRow, now: Date) => Promise<void>,
) =>
  deps.db.transaction().execute(async (trx) => {
    const row = await holdCompleted(deps, trx, account, id)
    await act(trx, row, deps.clock.now())
    return toView(trx, row, account)
  })

const mayAsk = async (db: Db | Trx, row: BookingRow): Promise<boolean> =>
  row.companyAccountId !== null && (await isConfirmed(db, row.id))

const toView = async (db: Db | Trx, row: BookingRow, account: SignedIn) => {
  const referee = await findReferee(db, row.id)
  const isPerson = account.role === 'coordinator'
  return {
    state: referee?.state ?? null,
    audience: isPerson && referee ? referee.audience : null,
    mayAsk: isPerson && !referee && (await mayAsk(db, row)),
    requests: isPerson ? [] : await listRequests(db, row.id),
  }
}

export type RefereeView = Awaited<ReturnType<typeof toView>>

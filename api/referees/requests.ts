import type { Trx } from '@repere/db'
import { isBlockedBy } from '../blocks/service.ts'
import { wasAccepted } from '../bookings/service.ts'
import { getVerifiedCompany, isVerifiedProduction } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refereeNotice } from '../mail/templates/referee-notice.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import {
  type AgreedReferee,
  hasSeen,
  insertRequest,
  isPublished,
  listAgreed,
  lockRequest,
  setRequestState,
} from './repository.ts'
import { isToldTo } from './rules.ts'

/** Referees this production is told of. That a contact was shown is noted once. */
export const readOffered = async (deps: Deps, account: SignedIn, slug: string): Promise<AgreedReferee[]> => {
  const offered = await listOffered(deps, account, slug)
  for (const { requestId, requestState } of offered)
    if (requestId && requestState === 'agreed' && !(await hasSeen(deps.db, requestId, account.id)))
      await deps.db
        .transaction()
        .execute((trx) => happened(deps, trx, account, requestId, 'contact-revealed'))
  return offered
}

/** None for a company that is not verified, or that the person blocked; none of a company that they blocked since. */
const listOffered = async (deps: Deps, account: SignedIn, slug: string): Promise<AgreedReferee[]> => {
  if (!(await isPublished(deps.db, slug))) return refuse('coordinator-not-found')
  if (!(await isVerifiedProduction(deps.db, account))) return []
  const company = await getVerifiedCompany(deps.db, account.id)
  const agreed = await listAgreed(deps.db, slug, company.id)
  const [first] = agreed
  if (!first) return []
  const asking = { companyId: company.id, accountId: account.id }
  if (await isBlockedBy(deps.db, first.coordinatorId, asking)) return []
  const reader = (await wasAccepted(deps, account, slug)) ? 'after-acceptance' : 'verified-production'
  const told: AgreedReferee[] = []
  for (const one of agreed.filter(({ audience }) => isToldTo(reader, audience))) {
    const house = { companyId: one.companyId, accountId: one.accountId ?? '' }
    if (one.accountId && !(await isBlockedBy(deps.db, one.coordinatorId, house))) told.push(one)
  }
  return told
}

/** Asks a referee to be put in touch, by a mail that names nobody. Asking again changes nothing. */
export const requestReferee = async (
  deps: Deps,
  account: SignedIn,
  slug: string,
  refereeId: string,
): Promise<AgreedReferee[]> => {
  const offered = await listOffered(deps, account, slug)
  const company = await getVerifiedCompany(deps.db, account.id)
  const referee = offered.find(({ id }) => id === refereeId) ?? refuse('referee-not-found')
  if (referee.requestState === null) {
    await deps.limits.spend('referee', [company.id])
    await deps.db.transaction().execute(async (trx) => {
      const now = deps.clock.now()
      if (!(await insertRequest(trx, referee.id, company.id, now))) return
      await happened(deps, trx, account, referee.id, 'requested')
      const to = { id: referee.accountId ?? '', email: referee.email, locale: referee.locale }
      const path = `/bookings/${referee.bookingId}`
      await notify(deps, trx, [
        {
          to,
          kind: 'answers',
          write: (locale) => refereeNotice(deps.config.origin, locale, 'requested', path),
        },
      ])
    })
  }
  return readOffered(deps, account, slug)
}

/** Answers a production that would like to talk. Only a yes shows it anything. */
export const answerRequest = (deps: Deps, account: SignedIn, id: string, agree: boolean): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const request = (await lockRequest(trx, account.id, id)) ?? refuse('referee-not-found')
    const state = agree ? 'agreed' : 'refused'
    if (request.state === state) return
    await deps.limits.spend('after-work', [`${account.id} ${request.bookingId}`])
    await setRequestState(trx, id, state, deps.clock.now())
    await happened(deps, trx, account, id, agree ? 'contact-agreed' : 'contact-refused')
    const to = { id: request.askerId, email: request.email, locale: request.locale }
    const path = `/coordinators/${request.slug}`
    await notify(deps, trx, [
      { to, kind: 'answers', write: (locale) => refereeNotice(deps.config.origin, locale, state, path) },
    ])
  })

const happened = (
  { clock }: Pick<Deps, 'clock'>,
  trx: Trx,
  { id }: SignedIn,
  subject: string,
  what: string,
): Promise<void> =>
  record(trx, {
    actor: { id, role: 'production' },
    kind: `referee.${what}`,
    subject: { kind: what === 'requested' ? 'referee' : 'referee-request', id: subject },
    at: clock.now(),
  })

import type { Db, Trx } from '@repere/db'
import type { CompanyDecision } from '@repere/db/vocabulary/company.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { listLivePartners } from '../bookings/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { readThreads, type Thread } from '../inquiries/service.ts'
import { companyDecided } from '../mail/templates/company-decided.ts'
import { companyStanding } from '../mail/templates/company-standing.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import {
  type CompanyQueueState,
  findCompany,
  findCompanyOwner,
  insertCompanyDecision,
  listCompanies,
  listCompanyHistories,
  lockCompany,
  type PastCompanyDecision,
  type QueuedCompany,
} from './company-repository.ts'
import { canDecideOnCompany, companyDecisionsFrom, needsReason } from './rules.ts'
import type { Place } from './service.ts'

export type DeskCompany = QueuedCompany & {
  thread: Thread | null
  history: PastCompanyDecision[]
  allowedDecisions: CompanyDecision[]
}

/** A page of companies in a state, each with its past and what may be decided on it. */
export const readCompanies = async (
  { db, sealer }: Pick<Deps, 'db' | 'sealer'>,
  query: Place & { state: CompanyQueueState },
): Promise<{ items: DeskCompany[]; total: number }> => {
  const { items, total } = await listCompanies(db, query)
  return { items: await withCompanyPast(sealer, db, items), total }
}

/** Decides on a company as it stands under the lock: the decision is kept with the registration it judged. */
export const decideOnCompany = async (
  deps: Deps,
  registrar: SignedIn,
  companyId: string,
  { decision, reason }: { decision: CompanyDecision; reason: string },
): Promise<DeskCompany> => {
  if (needsReason(decision) && !reason)
    return refuse('invalid-request', { errors: [{ pointer: '/reason', detail: 'must say why' }] })
  return deps.db.transaction().execute(async (trx) => {
    await decideOnCompanyIn(deps, trx, registrar, companyId, { decision, reason })
    const company = (await findCompany(trx, companyId)) ?? refuse('company-not-found')
    const [after] = await withCompanyPast(deps.sealer, trx, [company])
    return after ?? refuse('company-not-found')
  })
}

/** The decision on one company, within a transaction: alone, or one of several. */
export const decideOnCompanyIn = async (
  deps: Deps,
  trx: Trx,
  registrar: SignedIn,
  companyId: string,
  { decision, reason }: { decision: CompanyDecision; reason: string },
): Promise<void> => {
  const now = deps.clock.now()
  const company = (await lockCompany(trx, companyId)) ?? refuse('company-not-found')
  if (!canDecideOnCompany(company.state, decision)) return refuse('decision-not-allowed')
  await insertCompanyDecision(trx, company, { decision, reason, decidedBy: registrar.id, decidedAt: now })
  await record(trx, {
    actor: { id: registrar.id, role: 'registrar' },
    kind: 'company.decided',
    subject: { kind: 'company', id: companyId },
    facts: {
      decision,
      from: company.state,
      reasonHash: reason ? deps.sealer.digest('decision-reason', reason) : null,
    },
    at: now,
  })
  const owner = await findCompanyOwner(trx, companyId)
  if (owner) {
    const about = { decision, reason, legalName: owner.legalName }
    const write = (locale: Locale) => companyDecided(deps.config.origin, locale, about)
    await notify(deps, trx, [{ to: owner, kind: 'registry', write }])
  }
  if (decision === 'suspend' || decision === 'restore') await tellPartners(deps, trx, company, decision)
}

/** Those who have something open with the company learn that it is suspended, or no longer; never why. */
const tellPartners = async (
  deps: Deps,
  trx: Trx,
  { id, legalName }: QueuedCompany,
  decision: 'suspend' | 'restore',
): Promise<void> => {
  const write = (locale: Locale) => companyStanding(deps.config.origin, locale, { decision, legalName })
  const partners = await listLivePartners(trx, id, deps.clock.now())
  await notify(
    deps,
    trx,
    partners.map((to) => ({ to, kind: 'registry', write })),
  )
}

/** Companies with their threads and past, and what may be decided on each. */
export const withCompanyPast = async (
  sealer: Deps['sealer'],
  db: Db | Trx,
  items: QueuedCompany[],
): Promise<DeskCompany[]> => {
  const threads = await readThreads({ sealer }, db, 'company', items)
  const histories = await listCompanyHistories(
    db,
    items.map(({ id }) => id),
  )
  return items.map((item) => ({
    ...item,
    thread: threads.get(item.id) ?? null,
    history: histories.get(item.id) ?? [],
    allowedDecisions: [...companyDecisionsFrom[item.state]],
  }))
}

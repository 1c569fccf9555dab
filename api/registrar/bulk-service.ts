import type { CompanyDecision } from '@repere/db/vocabulary/company.ts'
import type { CredentialDecision, WithdrawalCode } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { badgeDay } from '../credentials/service.ts'
import type { Deps } from '../deps.ts'
import { listEvidence } from '../evidence/service.ts'
import type { SignedIn } from '../http/router.ts'
import { Problem, type ProblemCode, refuse } from '../problem.ts'
import { requireFresh } from '../sessions/service.ts'
import { fillPlaces } from '../templates/service.ts'
import { findCompany } from './company-repository.ts'
import { type DeskCompany, decideOnCompanyIn, withCompanyPast } from './company-service.ts'
import { findQueued } from './credential-repository.ts'
import { canDecideOnCompany, judgeCredential, judgeEvidence, needsReason } from './rules.ts'
import { checkOrRefuse, type DeskCredential, decideOnCredentialIn, withPast } from './service.ts'
import { type ReasonReader, readerOfCompany, readerOfCredential } from './template-service.ts'

/** A reason in both languages, with the places of a template still open. */
type BothReasons = Record<Locale, string>

export interface CredentialsTogether {
  items: { id: string; evidenceId?: string | null | undefined }[]
  decision: CredentialDecision
  reason: BothReasons
  code?: WithdrawalCode | null | undefined
  validUntil?: Day | null | undefined
}

export interface CompaniesTogether {
  items: { id: string }[]
  decision: CompanyDecision
  reason: BothReasons
}

/** What would happen to one of several. */
export interface ReviewLine {
  id: string
  who: string
  code: string | null
  /** Why it cannot be decided on so; null when it can. */
  because: ProblemCode | null
  /** As its owner would read it. */
  reason: string
  locale: Locale
}

/** Some declarations, for a decision on all of them. Who is there is proved before anything is typed. */
export const selectCredentials = async (
  deps: Deps,
  registrar: SignedIn,
  ids: readonly string[],
): Promise<DeskCredential[]> => {
  requireFresh(deps, registrar)
  const today = badgeDay(deps.clock.now())
  const found = await Promise.all(ids.map((id) => findQueued(deps.db, id, today)))
  return withPast(
    deps.sealer,
    deps.db,
    found.filter((item) => item !== undefined),
    today,
  )
}

/** Some companies, likewise. */
export const selectCompanies = async (
  deps: Deps,
  registrar: SignedIn,
  ids: readonly string[],
): Promise<DeskCompany[]> => {
  requireFresh(deps, registrar)
  const found = await Promise.all(ids.map((id) => findCompany(deps.db, id)))
  return withCompanyPast(
    deps.sealer,
    deps.db,
    found.filter((item) => item !== undefined),
  )
}

/** Reads one decision over, line by line; decides nothing. */
export const reviewCredentials = async (
  deps: Deps,
  registrar: SignedIn,
  asked: CredentialsTogether,
): Promise<ReviewLine[]> => {
  requireFresh(deps, registrar)
  refuseHalfReason(asked.reason)
  const now = deps.clock.now()
  const today = badgeDay(now)
  const check = checkOrRefuse({ ...asked, reason: asked.reason.fr }, today)
  const evidence = await listEvidence(
    deps,
    deps.db,
    asked.items.map(({ id }) => id),
  )
  const lines: ReviewLine[] = []
  for (const { id, evidenceId } of asked.items) {
    const credential = await findQueued(deps.db, id, today)
    if (!credential) {
      lines.push({ id, who: '', code: null, because: 'credential-not-found', reason: '', locale: 'fr' })
      continue
    }
    const reader = await readerOfCredential(deps.db, credential, now)
    const verdict = judgeCredential(credential, asked.decision, today)
    const read = { decision: asked.decision, reason: check.reason, read: evidenceId ?? null }
    const because = verdict.ok ? (judgeEvidence(read, evidence.get(id)) ?? null) : verdict.because
    const { displayName: who, code } = credential
    lines.push({ id, who, code, because, reason: fill(asked.reason, reader), locale: reader.locale })
  }
  return lines
}

/** The same for companies. */
export const reviewCompanies = async (
  deps: Deps,
  registrar: SignedIn,
  asked: CompaniesTogether,
): Promise<ReviewLine[]> => {
  requireFresh(deps, registrar)
  refuseHalfReason(asked.reason)
  refuseWithoutReason(asked)
  const lines: ReviewLine[] = []
  for (const { id } of asked.items) {
    const company = await findCompany(deps.db, id)
    if (!company) {
      lines.push({ id, who: '', code: null, because: 'company-not-found', reason: '', locale: 'fr' })
      continue
    }
    const reader = await readerOfCompany(deps.db, company, deps.clock.now())
    const because = canDecideOnCompany(company.state, asked.decision) ? null : 'decision-not-allowed'
    const reason = fill(asked.reason, reader)
    lines.push({ id, who: company.legalName, code: null, because, reason, locale: reader.locale })
  }
  return lines
}

/** Decides on all of them in one transaction, each with its own line in the trail and its own mail; or on none. */
export const decideOnCredentials = async (
  deps: Deps,
  registrar: SignedIn,
  asked: CredentialsTogether,
): Promise<number> => {
  requireFresh(deps, registrar)
  refuseHalfReason(asked.reason)
  const now = deps.clock.now()
  const today = badgeDay(now)
  checkOrRefuse({ ...asked, reason: asked.reason.fr }, today)
  return allOrNone(() =>
    deps.db.transaction().execute(async (trx) => {
      for (const { id, evidenceId } of inOrder(asked.items)) {
        const credential = (await findQueued(trx, id, today)) ?? refuse('credential-not-found')
        const reason = fill(asked.reason, await readerOfCredential(trx, credential, now))
        await decideOnCredentialIn(deps, trx, registrar, id, { ...asked, reason, evidenceId })
      }
      return asked.items.length
    }),
  )
}

/** The same for companies. */
export const decideOnCompanies = async (
  deps: Deps,
  registrar: SignedIn,
  asked: CompaniesTogether,
): Promise<number> => {
  requireFresh(deps, registrar)
  refuseHalfReason(asked.reason)
  refuseWithoutReason(asked)
  return allOrNone(() =>
    deps.db.transaction().execute(async (trx) => {
      for (const { id } of inOrder(asked.items)) {
        const company = (await findCompany(trx, id)) ?? refuse('company-not-found')
        const reason = fill(asked.reason, await readerOfCompany(trx, company, deps.clock.now()))
        await decideOnCompanyIn(deps, trx, registrar, id, { decision: asked.decision, reason })
      }
      return asked.items.length
    }),
  )
}

const fill = (reason: BothReasons, { locale, facts }: ReasonReader): string =>
  fillPlaces(reason[locale], facts, locale)

/** Two registrars who decide on the same ones lock them in the same order, so that neither waits for ever. */
const inOrder = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((one, other) => (one.id < other.id ? -1 : 1))

const changed: readonly ProblemCode[] = [
  'credential-not-found',
  'company-not-found',
  'decision-not-allowed',
  'credential-ended',
  'evidence-changed',
  'evidence-missing',
]

/** What was allowed when it was read over and is refused now has changed: all of it is read over again. */
const allOrNone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  work().catch((error: unknown) => {
    if (error instanceof Problem && changed.includes(error.code)) return refuse('selection-changed')
    throw error
  })

const refuseHalfReason = ({ fr, en }: BothReasons): void => {
  if ((fr === '') !== (en === ''))
    refuse('invalid-request', {
      errors: [{ pointer: '/reason', detail: 'must be given in both languages, or in none' }],
    })
}

const refuseWithoutReason = ({ decision, reason }: CompaniesTogether): void => {
  if (needsReason(decision) && reason.fr === '')
    refuse('invalid-request', { errors: [{ pointer: '/reason', detail: 'must say why' }] })
}

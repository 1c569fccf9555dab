import type { Db, Trx } from '@repere/db'
import { type CredentialDecision, credentialDecisions } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { badgeDay } from '../credentials/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { listEvidence, listSameElsewhere } from '../evidence/service.ts'
import type { EvidenceShape } from '../http/evidence-shape.ts'
import type { SignedIn } from '../http/router.ts'
import { readThreads, type Thread } from '../inquiries/service.ts'
import { credentialDecided } from '../mail/templates/credential-decided.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import {
  findCredentialName,
  findCredentialOwner,
  findQueued,
  insertCredentialDecision,
  listHistories,
  listQueue,
  lockQueued,
  type PastDecision,
  type QueuedCredential,
  type QueueState,
} from './credential-repository.ts'
import { countCompanies, countCredentials, type Waiting } from './desk-repository.ts'
import {
  aimDays,
  checkDecision,
  type DecisionFault,
  type DecisionRequest,
  joinReason,
  judgeCredential,
  judgeEvidence,
} from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'sealer'>

export interface Place {
  page: number
  perPage: number
}

export type DeskCredential = QueuedCredential & {
  evidence: EvidenceShape | null
  thread: Thread | null
  sameEvidenceElsewhere: number
  history: PastDecision[]
  allowedDecisions: CredentialDecision[]
}

/** A page of the queue, each declaration with its past and what may be decided on it today. */
export const readQueue = async (
  { db, clock, sealer }: Stand,
  { state, ...place }: Place & { state: QueueState },
): Promise<{ items: DeskCredential[]; total: number }> => {
  const today = badgeDay(clock.now())
  const { items, total } = await listQueue(db, { ...place, state, today })
  return { items: await withPast(sealer, db, items, today), total }
}

const dayMs = 86_400_000

/** What waits in each queue, and for how long: where a registrar's morning begins. */
export const readDesk = async ({
  db,
  clock,
}: Stand): Promise<Record<'credentials' | 'companies', Waiting>> => {
  const now = clock.now()
  const lateBefore = new Date(now.getTime() - aimDays * dayMs)
  const [credentials, companies] = await Promise.all([
    countCredentials(db, badgeDay(now), lateBefore),
    countCompanies(db, lateBefore),
  ])
  return { credentials, companies }
}

const faults: Record<DecisionFault, string> = {
  'reason-needed': 'must say why',
  'withdrawal-code-needed': 'must be given to withdraw, here or at the start of the reason',
  'code-only-for-withdrawal': 'goes with a withdrawal only',
  'validity-without-attestation': 'goes with document-seen and confirm only',
  'validity-in-the-past': 'must not be in the past',
}

/** Decides on a credential. The decision, its trail and the owner's mail are kept together, or none of them. */
export const decideOnCredential = async (
  deps: Deps,
  registrar: SignedIn,
  credentialId: string,
  request: DecisionRequest & { evidenceId?: string | null | undefined },
): Promise<DeskCredential> => {
  const today = badgeDay(deps.clock.now())
  checkOrRefuse(request, today)
  return deps.db.transaction().execute(async (trx) => {
    await decideOnCredentialIn(deps, trx, registrar, credentialId, request)
    return getDeskCredential(deps.sealer, trx, credentialId, today)
  })
}

/** What the request alone tells, or a refusal that points at the part. */
export const checkOrRefuse = (request: DecisionRequest, today: Day) => {
  const check = checkDecision(request, today)
  return check.ok
    ? check
    : refuse('invalid-request', { errors: [{ pointer: `/${check.at}`, detail: faults[check.because] }] })
}

/** The decision on one credential, within a transaction: alone, or one of several. */
export const decideOnCredentialIn = async (
  deps: Deps,
  trx: Trx,
  registrar: SignedIn,
  credentialId: string,
  request: DecisionRequest & { evidenceId?: string | null | undefined },
): Promise<void> => {
  const now = deps.clock.now()
  const today = badgeDay(now)
  const check = checkOrRefuse(request, today)
  const { decision } = request
  const credential = (await lockQueued(trx, credentialId, today)) ?? refuse('credential-not-found')
  const verdict = judgeCredential(credential, decision, today)
  if (!verdict.ok) return refuse(verdict.because)
  const evidence = (await listEvidence(deps, trx, [credentialId])).get(credentialId)
  const fault = judgeEvidence({ decision, reason: check.reason, read: request.evidenceId ?? null }, evidence)
  if (fault) return refuse(fault)
  const reason = joinReason(check.code, check.reason)
  const { validUntil } = check
  await insertCredentialDecision(trx, {
    credentialId,
    decision,
    reason,
    validUntil,
    decidedBy: registrar.id,
    decidedAt: now,
  })
  await record(trx, {
    actor: { id: registrar.id, role: 'registrar' },
    kind: 'credential.decided',
    subject: { kind: 'credential', id: credentialId },
    facts: {
      code: credential.code,
      decision,
      from: credential.standing,
      validUntil,
      evidence: evidence?.file ? evidence.id : null,
      withdrawalCode: check.code,
      reasonHash: reason ? deps.sealer.digest('decision-reason', reason) : null,
    },
    at: now,
  })
  await tellCredentialOwner(deps, trx, credential, { ...check, decision })
}

const tellCredentialOwner = async (
  deps: Deps,
  trx: Trx,
  { coordinatorId, code }: QueuedCredential,
  decided: {
    decision: CredentialDecision
    reason: string
    code: DecisionRequest['code'] | null
    validUntil: Day | null
  },
): Promise<void> => {
  const owner = await findCredentialOwner(trx, coordinatorId)
  const names = await findCredentialName(trx, code)
  if (!owner || !names) return
  const write = (locale: Locale) =>
    credentialDecided(deps.config.origin, locale, {
      decision: decided.decision,
      name: locale === 'fr' ? names.nameFr : names.nameEn,
      reason: decided.reason,
      withdrawalCode: decided.code ?? null,
      validUntil: decided.validUntil,
    })
  await notify(deps, trx, [{ to: owner, kind: 'registry', write }])
}

const getDeskCredential = async (
  sealer: Deps['sealer'],
  trx: Trx,
  id: string,
  today: Day,
): Promise<DeskCredential> => {
  const found = (await findQueued(trx, id, today)) ?? refuse('credential-not-found')
  const [credential] = await withPast(sealer, trx, [found], today)
  return credential ?? refuse('credential-not-found')
}

/** Declarations with their documents, threads and past, and what may be decided on each. */
export const withPast = async (
  sealer: Deps['sealer'],
  db: Db | Trx,
  items: QueuedCredential[],
  today: Day,
): Promise<DeskCredential[]> => {
  const ids = items.map(({ id }) => id)
  const histories = await listHistories(db, ids)
  const documents = await listEvidence({ sealer }, db, ids)
  const same = await listSameElsewhere(
    db,
    [...documents.values()].map(({ id }) => id),
  )
  const threads = await readThreads({ sealer }, db, 'credential', items)
  return items.map((item) => ({
    ...item,
    thread: threads.get(item.id) ?? null,
    evidence: documents.get(item.id) ?? null,
    sameEvidenceElsewhere: same.get(documents.get(item.id)?.id ?? '') ?? 0,
    history: histories.get(item.id) ?? [],
    allowedDecisions: credentialDecisions.filter((decision) => judgeCredential(item, decision, today).ok),
  }))
}

import type { CompanyDecision, CompanyState } from '@repere/db/vocabulary/company.ts'
import {
  type CredentialDecision,
  type WithdrawalCode,
  withdrawalCodes,
} from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'

/** Where a credential stands by the last decision on it, before expiry by the clock. */
export type Standing = 'declared' | 'refused' | 'document-seen' | 'confirmed' | 'withdrawn'

/**
 * What a registrar may decide from where. Seeing or confirming again renews a validity. What was once attested is
 * never refused but withdrawn, so that a verification page can say so; a withdrawal made in error is repaired by
 * attesting anew.
 */
const credentialDecisionsFrom = {
  declared: ['document-seen', 'confirm', 'refuse'],
  refused: ['document-seen', 'confirm'],
  'document-seen': ['document-seen', 'confirm', 'withdraw'],
  confirmed: ['confirm', 'withdraw'],
  withdrawn: ['document-seen', 'confirm'],
} as const satisfies Record<Standing, readonly CredentialDecision[]>

/** What a registrar may decide on a company. A suspension is lifted, never decided over. */
export const companyDecisionsFrom = {
  unverified: ['verify', 'refuse', 'suspend'],
  verified: ['suspend'],
  refused: ['verify', 'suspend'],
  suspended: ['restore'],
} as const satisfies Record<CompanyState, readonly CompanyDecision[]>

export const canDecideOnCompany = (state: CompanyState, decision: CompanyDecision): boolean =>
  (companyDecisionsFrom[state] as readonly CompanyDecision[]).includes(decision)

/** What takes something away from a company says why. */
export const needsReason = (decision: CompanyDecision): boolean =>
  decision === 'refuse' || decision === 'suspend'

/** What waits for a decision waits no longer than this: the aim that the desk shows. */
export const aimDays = 5

export interface JudgedCredential {
  standing: Standing
  /** The end printed on the document, which no decision can outlive. */
  expiresOn: Day | null
}

export type CredentialVerdict =
  | { ok: true }
  | { ok: false; because: 'decision-not-allowed' | 'credential-ended' }

/** Whether the decision may be taken: the table above, and nothing attested that has already ended. */
export const judgeCredential = (
  { standing, expiresOn }: JudgedCredential,
  decision: CredentialDecision,
  today: Day,
): CredentialVerdict => {
  if (!(credentialDecisionsFrom[standing] as readonly CredentialDecision[]).includes(decision))
    return { ok: false, because: 'decision-not-allowed' }
  if (attests(decision) && expiresOn !== null && expiresOn < today)
    return { ok: false, because: 'credential-ended' }
  return { ok: true }
}

/**
 * Whether a decision fits the document in place. Who attests without one says in the reason on what it rests, the
 * issuer's own list for instance; and nobody decides on a document that was replaced while they read another.
 */
export const judgeEvidence = (
  asked: { decision: CredentialDecision; reason: string; read: string | null },
  inPlace: { id: string; file: object | null } | undefined,
): 'evidence-changed' | 'evidence-missing' | undefined => {
  const current = inPlace?.file ? inPlace.id : null
  if (asked.read !== null && asked.read !== current) return 'evidence-changed'
  if (attests(asked.decision) && current === null && asked.reason === '') return 'evidence-missing'
  return undefined
}

/** Whether a decision says that the credential is real, and so may carry a validity. */
const attests = (decision: CredentialDecision): boolean =>
  decision === 'document-seen' || decision === 'confirm'

export interface DecisionRequest {
  decision: CredentialDecision
  reason: string
  code?: WithdrawalCode | null | undefined
  validUntil?: Day | null | undefined
}

export type DecisionCheck =
  | { ok: true; reason: string; code: WithdrawalCode | null; validUntil: Day | null }
  | { ok: false; at: 'reason' | 'code' | 'validUntil'; because: DecisionFault }

export type DecisionFault =
  | 'reason-needed'
  | 'withdrawal-code-needed'
  | 'code-only-for-withdrawal'
  | 'validity-without-attestation'
  | 'validity-in-the-past'

/**
 * What can be judged from the request alone. A refusal says why; a withdrawal names one of the codes, in `code`
 * or at the start of the reason (`document-false: …`); a validity goes with an attestation and is not yet over.
 */
export const checkDecision = (request: DecisionRequest, today: Day): DecisionCheck => {
  const { decision } = request
  const validUntil = request.validUntil ?? null
  const started = splitReason(request.reason)
  const code = request.code ?? (decision === 'withdraw' ? started.code : null)
  if (decision === 'withdraw' && !code) return { ok: false, at: 'code', because: 'withdrawal-code-needed' }
  if (decision !== 'withdraw' && code) return { ok: false, at: 'code', because: 'code-only-for-withdrawal' }
  if (decision === 'refuse' && !request.reason) return { ok: false, at: 'reason', because: 'reason-needed' }
  if (validUntil && !attests(decision))
    return { ok: false, at: 'validUntil', because: 'validity-without-attestation' }
  if (validUntil && validUntil < today)
    return { ok: false, at: 'validUntil', because: 'validity-in-the-past' }
  return { ok: true, code, validUntil, reason: code === started.code ? started.text : request.reason }
}

/** A kept reason, taken apart: `document-false: seal missing` → its code and its text. */
export const splitReason = (reason: string): { code: WithdrawalCode | null; text: string } => {
  const code = withdrawalCodes.find((word) => reason === word || reason.startsWith(`${word}:`)) ?? null
  return { code, text: code ? reason.slice(code.length + 1).trim() : reason }
}

/** The one text in which code and reason are kept. */
export const joinReason = (code: WithdrawalCode | null, text: string): string =>
  code ? (text ? `${code}: ${text}` : code) : text

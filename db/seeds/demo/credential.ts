import type { WithdrawalCode } from '../../vocabulary/credential.ts'

/** A credential of an invented person; times are days from the start of the demo, negative in the past. */
export interface Credential {
  code: string
  /** `declaredDay` days ago it was declared; the youngest fill the registrar's queue. */
  declaredDaysAgo: number
  issuedDaysAgo?: number
  /** The last day printed on the document. */
  endsInDays?: number
  decisions: readonly CredentialStep[]
}

interface CredentialStep {
  decision: 'document-seen' | 'confirm' | 'refuse' | 'withdraw'
  daysAgo: number
  reason: string
}

interface Dates {
  issued?: number
  ends?: number
  /** Days since it was declared, or last decided on. */
  ago?: number
}

const credential = (
  code: string,
  { issued, ends }: Dates,
  declared: number,
  decisions: CredentialStep[],
) => ({
  code,
  declaredDaysAgo: declared,
  ...(issued !== undefined && { issuedDaysAgo: issued }),
  ...(ends !== undefined && { endsInDays: ends }),
  decisions,
})

/** Waits for a registrar. */
export const declared = (code: string, dates: Dates = {}): Credential =>
  credential(code, dates, dates.ago ?? 3, [])

const seenStep = (daysAgo: number): CredentialStep => ({
  decision: 'document-seen',
  daysAgo,
  reason: 'Attestation lisible, nom identique au profil.',
})

export const seen = (code: string, dates: Dates = {}): Credential => {
  const ago = dates.ago ?? 40
  return credential(code, dates, ago + 4, [seenStep(ago)])
}

const confirmSteps = (ago: number): CredentialStep[] => [
  seenStep(ago + 6),
  { decision: 'confirm', daysAgo: ago, reason: 'Confirmé par courriel de l’organisme émetteur.' },
]

export const confirmed = (code: string, dates: Dates = {}): Credential => {
  const ago = dates.ago ?? 60
  return credential(code, dates, ago + 9, confirmSteps(ago))
}

/** Once confirmed, past its last day for `past` days. */
export const expired = (code: string, past: number, dates: Dates = {}): Credential =>
  credential(code, { ...dates, ends: -past }, past + 330, confirmSteps(past + 320))

export const withdrawn = (code: string, reason: WithdrawalCode, dates: Dates = {}): Credential => {
  const ago = dates.ago ?? 15
  const withdrawal: CredentialStep = { decision: 'withdraw', daysAgo: ago, reason }
  return credential(code, dates, ago + 200, [...confirmSteps(ago + 180), withdrawal])
}

export const refused = (code: string, reason: string, dates: Dates = {}): Credential => {
  const ago = dates.ago ?? 8
  return credential(code, dates, ago + 3, [{ decision: 'refuse', daysAgo: ago, reason }])
}

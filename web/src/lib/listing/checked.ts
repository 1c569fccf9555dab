import {
  type CredentialDecision,
  type Locale,
  type OwnCredential,
  withdrawalCodes,
} from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'
import * as m from '#lib/paraglide/messages.js'
import { withdrawalNames } from '#lib/words/credentials.ts'

const sentences: Record<CredentialDecision, (said: { day: string }) => string> = {
  'document-seen': m.evidence_checked_document,
  confirm: m.evidence_checked_issuer,
  refuse: m.evidence_checked_refused,
  withdraw: m.evidence_checked_withdrawn,
}

/** Who checked one's own credential, when, and until when it holds. Empty before a decision. */
export function checkedBy({ decision, state, endsOn }: OwnCredential, locale: Locale): string {
  if (!decision) return ''
  const checked = sentences[decision.decision]({ day: formatDay(decision.decidedAt.slice(0, 10), locale) })
  const attested = decision.decision === 'confirm' || decision.decision === 'document-seen'
  if (!attested) return `${checked}.`
  return `${checked}. ${endOf(state, endsOn, locale)}`
}

const endOf = (state: OwnCredential['state'], endsOn: string | null, locale: Locale): string => {
  if (!endsOn) return m.evidence_checked_no_end()
  const day = formatDay(endsOn, locale)
  return state === 'expired' ? m.evidence_checked_ended({ day }) : m.evidence_checked_until({ day })
}

/** The registry's own words beside a decision. A withdrawal is kept as its code, with or without a sentence after it. */
export function saidBy({ reason }: NonNullable<OwnCredential['decision']>, locale: Locale): string {
  const code = withdrawalCodes.find((word) => reason === word || reason.startsWith(`${word}:`))
  if (!code) return m.evidence_said({ reason })
  const text = reason.slice(code.length + 1).trim()
  const name = withdrawalNames[locale][code]
  return text ? `${name}. ${m.evidence_said({ reason: text })}` : `${name}.`
}

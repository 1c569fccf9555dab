import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** A thread between registrars and the owner of a credential or a company. */
export interface InquiryTable {
  id: Generated<string>
  credentialId: string | null
  companyId: string | null
  wrappedKey: Buffer
  openedAt: Generated<Date>
}

export const inquiry: Dictionary<InquiryTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  credentialId: column('on which credential', 'registrar', 'account', 'mine'),
  companyId: column('or on which company', 'registrar', 'account', 'mine'),
  wrappedKey: column('the key of its texts, wrapped', 'nobody', 'account'),
  openedAt: column('first question', 'registrar', 'account', 'mine'),
}

/** What either side wrote in it. */
export interface InquiryMessageTable {
  id: Generated<string>
  inquiryId: string
  authorId: string
  party: 'registrar' | 'owner'
  bodySealed: Buffer
  sentAt: Generated<Date>
}

export const inquiryMessage: Dictionary<InquiryMessageTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  inquiryId: column('of which thread', 'nobody', 'account'),
  authorId: column('account, opaque', 'nobody', 'account'),
  party: column('which side wrote', 'registrar', 'account', 'mine'),
  bodySealed: column('the words', 'registrar', 'account', 'mine'),
  sentAt: column('when', 'registrar', 'account', 'mine'),
}

/** View: where each thread stands. */
export interface InquiryStandingTable {
  inquiryId: string
  credentialId: string | null
  companyId: string | null
  answeredAt: Date | null
  /** Since when the owner has a question that neither an answer nor a decision followed; null when they have none. */
  askedAt: Date | null
}

export const inquiryStanding: Dictionary<InquiryStandingTable> = {
  inquiryId: column('which thread', 'nobody', 'account'),
  credentialId: column('on which credential', 'registrar', 'account'),
  companyId: column('or on which company', 'registrar', 'account'),
  answeredAt: column('last answer', 'registrar', 'account'),
  askedAt: column('the first question still open', 'registrar', 'account'),
}

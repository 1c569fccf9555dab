import type { Generated } from 'kysely'
import type { Locale } from '../vocabulary/locale.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The outbox, which is also the queue. */
export interface MailTable {
  id: Generated<string>
  messageId: string
  accountId: string | null
  recipient: string
  template: string
  locale: Locale
  contentSealed: Buffer | null
  state: Generated<'queued' | 'sent' | 'kept' | 'failed'>
  attempts: Generated<number>
  nextAttemptAt: Generated<Date>
  lockedUntil: Date | null
  createdAt: Generated<Date>
  sentAt: Date | null
  bulk: Generated<boolean>
  invitationId: string | null
}

export const mail: Dictionary<MailTable> = {
  id: column('opaque identity', 'nobody', 'brief'),
  messageId: column('fixed when queued', 'nobody', 'brief'),
  accountId: column('whose', 'nobody', 'brief'),
  recipient: column('address', 'owner', 'brief'),
  template: column('which mail', 'owner', 'brief'),
  locale: column('its language', 'owner', 'brief'),
  contentSealed: column('sealed subject and bodies; emptied after a week', 'owner', 'brief'),
  state: column('where it is', 'nobody', 'brief'),
  attempts: column('tries so far', 'nobody', 'brief'),
  nextAttemptAt: column('when to try', 'nobody', 'brief'),
  lockedUntil: column('lease of the sender', 'nobody', 'brief'),
  createdAt: column('age', 'nobody', 'brief'),
  sentAt: column('when it left', 'nobody', 'brief'),
  bulk: column('waits behind mail that somebody waits for', 'nobody', 'brief'),
  invitationId: column('the invitation it carries, with which it goes', 'nobody', 'brief'),
}

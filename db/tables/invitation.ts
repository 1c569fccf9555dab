import type { Generated } from 'kysely'
import type { InvitationEnd } from '../vocabulary/invitation.ts'
import type { Locale } from '../vocabulary/locale.ts'
import { column, type Dictionary } from './dictionary.ts'

/** An invitation to claim a draft. Nothing of the person exists here before they do. */
export interface InvitationTable {
  id: Generated<string>
  importId: string
  rowNumber: number
  tokenHash: string
  addressHash: string | null
  contentSealed: Buffer | null
  locale: Locale
  createdAt: Generated<Date>
  mailedAt: Generated<Date>
  expiresAt: Date
  closedAt: Date | null
  closedBecause: InvitationEnd | null
  accountId: string | null
}

export const invitation: Dictionary<InvitationTable> = {
  id: column('opaque identity', 'registrar', 'import'),
  importId: column('of which list', 'registrar', 'import'),
  rowNumber: column('of which line', 'registrar', 'import'),
  tokenHash: column('hash of the mailed link', 'nobody', 'import'),
  addressHash: column('keyed hash: nobody is invited twice at once', 'nobody', 'import'),
  contentSealed: column('sealed name, address and draft; gone with the answer', 'registrar', 'import'),
  locale: column('language of the mail', 'registrar', 'import'),
  createdAt: column('when', 'registrar', 'import'),
  mailedAt: column('when it was last mailed', 'registrar', 'import'),
  expiresAt: column('until when the link holds', 'registrar', 'import'),
  closedAt: column('when it ended', 'registrar', 'import'),
  closedBecause: column('how it ended', 'registrar', 'import'),
  accountId: column('who claimed it; null once erased', 'nobody', 'import'),
}

import type { Generated } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import type { Locale } from '../vocabulary/locale.ts'
import type { Role } from '../vocabulary/role.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Somebody who signs in. */
export interface AccountTable {
  id: Generated<string>
  email: string
  passwordHash: string
  displayName: string
  role: Role
  locale: Generated<Locale>
  state: Generated<'active' | 'suspended'>
  emailVerifiedAt: Date | null
  sessionEpoch: Generated<number>
  demo: Generated<boolean>
  createdAt: Generated<Date>
  lastSeenOn: Generated<Day>
  warnedOn: Day | null
}

export const account: Dictionary<AccountTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  email: column('signing in, mail; contact after acceptance', 'accepted', 'account', 'mine'),
  passwordHash: column('argon2id hash', 'nobody', 'account'),
  displayName: column('how mails and pages address the person', 'parties', 'account', 'mine'),
  role: column('what the account may do', 'owner', 'account', 'mine'),
  locale: column('language of pages and mails', 'owner', 'account', 'mine'),
  state: column('suspended accounts can do nothing and show nothing', 'registrar', 'account', 'mine'),
  emailVerifiedAt: column('proof of the address', 'owner', 'account', 'mine'),
  sessionEpoch: column('raised to end every session at once', 'nobody', 'account'),
  demo: column('belongs to the demonstration', 'nobody', 'account'),
  createdAt: column('age of the account', 'owner', 'account', 'mine'),
  lastSeenOn: column('retention of accounts nobody uses', 'owner', 'account', 'mine'),
  warnedOn: column('when told that an unused account will go', 'owner', 'account', 'mine'),
}

import type { Generated } from 'kysely'
import type { CreditOutcome, CreditRole } from '../vocabulary/completion.ts'
import type { Day } from '../vocabulary/day.ts'
import type { Discipline } from '../vocabulary/discipline.ts'
import type { Medium } from '../vocabulary/medium.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What a production answered once a booking was over. */
export interface ConfirmedCreditTable {
  id: Generated<string>
  bookingId: string | null
  coordinatorId: string
  companyId: string | null
  outcome: CreditOutcome
  discipline: Discipline
  kind: Medium
  year: number
  role: CreditRole | null
  daysOnSet: number | null
  titleSealed: Buffer | null
  titleHiddenUntil: Day | null
  confirmedAt: Date
  changedAt: Date
  shownAt: Date | null
  creditId: string | null
}

export const confirmedCredit: Dictionary<ConfirmedCreditTable> = {
  id: column('opaque identity', 'owner', 'account'),
  bookingId: column('on which booking', 'parties', 'booking', 'mine'),
  coordinatorId: column('whose', 'nobody', 'account'),
  companyId: column('who confirmed it', 'nobody', 'account'),
  outcome: column('whether the work took place as booked', 'parties', 'account', 'mine'),
  discipline: column('in which profession', 'choice', 'account', 'mine'),
  kind: column('what was made', 'choice', 'account', 'mine'),
  year: column('when', 'choice', 'account', 'mine'),
  role: column('as what the person worked', 'choice', 'account', 'mine'),
  daysOnSet: column('days on set, confirmed', 'choice', 'account', 'mine'),
  titleSealed: column('title of the work', 'choice', 'account', 'mine'),
  titleHiddenUntil: column('last day of silence on the title', 'parties', 'account', 'mine'),
  confirmedAt: column('when the production answered', 'parties', 'account', 'mine'),
  changedAt: column('last change', 'parties', 'account', 'mine'),
  shownAt: column('since when its owner shows it', 'owner', 'account'),
  creditId: column('the declared credit it stands for', 'owner', 'account'),
}

import type { Generated } from 'kysely'
import type { RefereeAudience, RefereeRequestState, RefereeState } from '../vocabulary/completion.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Whether the production of a booking agreed to be asked about it. */
export interface RefereeTable {
  id: Generated<string>
  bookingId: string
  state: RefereeState
  audience: Generated<RefereeAudience>
  askedAt: Date
  answeredAt: Date | null
}

export const referee: Dictionary<RefereeTable> = {
  id: column('named in links', 'verified', 'booking'),
  bookingId: column('about which booking', 'parties', 'booking', 'mine'),
  state: column('whether the production agreed', 'parties', 'booking', 'mine'),
  audience: column('to whom it is said', 'owner', 'booking'),
  askedAt: column('when the person asked', 'parties', 'booking', 'mine'),
  answeredAt: column('when the production answered', 'parties', 'booking', 'mine'),
}

/** Who would like to be put in touch with a referee. */
export interface RefereeRequestTable {
  id: Generated<string>
  refereeId: string
  companyId: string
  state: RefereeRequestState
  askedAt: Date
  answeredAt: Date | null
}

export const refereeRequest: Dictionary<RefereeRequestTable> = {
  id: column('named in links', 'owner', 'booking'),
  refereeId: column('which referee', 'nobody', 'booking'),
  companyId: column('who would like to talk', 'nobody', 'booking'),
  state: column('what was answered', 'owner', 'booking', 'mine'),
  askedAt: column('when it was asked', 'owner', 'booking', 'mine'),
  answeredAt: column('when it was answered', 'owner', 'booking', 'mine'),
}

import type { InvitationEnd, InvitationState } from '@repere/db/vocabulary/invitation.ts'

const day = 86_400_000

/** How long an invitation waits, and how long after that its words stay for who asks for another. */
export const periods = { open: 30 * day, lapsed: 30 * day, betweenMails: day } as const

export interface Standing {
  closedBecause: InvitationEnd | null
  expiresAt: Date
}

/** Where an invitation stands: what ended it, else the clock. */
export const stateOf = ({ closedBecause, expiresAt }: Standing, now: Date): InvitationState =>
  closedBecause ?? (expiresAt <= now ? 'lapsed' : 'open')

/** Until when its link holds, mailed now. */
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + periods.open)

/** When what it holds is deleted, without an answer. */
export const deletionFrom = (expiresAt: Date): Date => new Date(expiresAt.getTime() + periods.lapsed)

/** Whether a registrar may have it mailed again: not to somebody who was written to within a day. */
export const mayMailAgain = (mailedAt: Date, now: Date): boolean =>
  now.getTime() - mailedAt.getTime() >= periods.betweenMails

export interface Wanted {
  state: InvitationState
  /** Whether its words are still there. */
  readable: boolean
}

/** Whether it may still be answered, mailed anew or taken back. */
export const isPending = ({ state, readable }: Wanted): boolean =>
  readable && (state === 'open' || state === 'lapsed')

/** Who may ever be shown the column: the field-access table of the product. */
export type SeenBy =
  | 'everyone' // once its owner published, or catalogue data
  | 'choice' // the owner chooses the audience, field by field
  | 'verified' // verified productions
  | 'accepted' // the other party of a booking, after a request was accepted
  | 'parties' // the two parties of a booking
  | 'owner'
  | 'registrar' // the owner and registrars
  | 'nobody' // the machinery only

/** How long it is kept. */
export type Kept =
  | 'account' // until the account is erased, or two years without a visit
  | 'session'
  | 'project' // sealed: unreadable six months after the last shoot day
  | 'booking' // five years once completed, a year when declined or expired
  | 'audit' // never changed; holds opaque ids only
  | 'catalogue' // as long as the registry
  | 'brief' // hours to days
  | 'notice' // ninety days, unless a registrar sets another period
  | 'import' // lines thirty days after the import ended; invitations until answered, or thirty days past their end
  | 'figures' // four hundred days; sums, of nobody
  | 'refusal' // for as long as the person wants to be left alone

export interface Column {
  purpose: string
  seenBy: SeenBy
  kept: Kept
  /** Handed out when its owner exports everything about themselves. */
  mine?: true
}

/** One tag per column: a column without one does not compile. */
export type Dictionary<Table> = { [Name in keyof Table]-?: Column }

/** Writes tags shortly: `column('display name', 'everyone', 'account', 'mine')`. */
export const column = (purpose: string, seenBy: SeenBy, kept: Kept, mine?: 'mine'): Column =>
  mine ? { purpose, seenBy, kept, mine: true } : { purpose, seenBy, kept }

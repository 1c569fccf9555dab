const hour = 3_600_000
const day = 24 * hour

/** How long what is kept for a while is kept, in milliseconds, counted from what the comment names. */
export const periods = {
  /** From the answer: a key repeated later is a new request. */
  idempotency: day,
  /** From sending: bodies hold links and names; the fact that a mail left stays. */
  mailBody: 7 * day,
  /** From expiry. */
  link: 7 * day,
  /** From signing up: an address nobody proved may be somebody else's. */
  unprovenAccount: 7 * day,
  /** From the end of an import, or from its beginning when it was left lying. */
  importedLines: 30 * day,
  /** From the last visit; the idle limit of every role is shorter. */
  session: 15 * day,
} as const

export type Kept = keyof typeof periods

/** The instant before which something kept has had its time. */
export const cutOff = (kept: Kept, now: Date): Date => new Date(now.getTime() - periods[kept])

import type { BookingState } from '@repere/db/vocabulary/booking.ts'

/**
 * Addresses of pages and of mailboxes, written out or bare. Domains by the endings that are used to reach people. Every
 * part has a longest length, as it has in an address: without it a long word costs the square of its letters.
 */
const link =
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/\S|\bwww\.\S|\b(?:mailto|tel):\S|[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,}|\b[a-z0-9-]{1,63}\.(?:com|org|net|fr|eu|be|ch|lu|de|it|es|uk|ca|io|co|me|info|biz|app|dev|link|ly|gg|tv)\b/i

/** Whether a text holds a link or an address: neither is let through before a request was accepted. */
export const hasLink = (text: string): boolean => link.test(text.normalize('NFKC'))

const closed: readonly BookingState[] = ['declined', 'withdrawn', 'expired', 'voided']

/** Whether the two sides may still write to each other: an answer of no is the last word. */
export const isThreadOpen = (state: BookingState): boolean => !closed.includes(state)

/** How long one word of a message stands for those that follow it unread. */
const restMs = 6 * 3_600_000

/** Whether a new message is told: at once when all before it was read, else only once some hours passed. */
export const isTold = ({
  unread,
  toldAt,
  now,
}: {
  unread: number
  toldAt: Date | null
  now: Date
}): boolean => unread === 0 || toldAt === null || now.getTime() - toldAt.getTime() >= restMs

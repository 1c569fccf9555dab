import type { Trx } from '@repere/db'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'

interface Happened {
  /** The coordinator it is about. */
  id: string
  kind: string
  facts?: Record<string, number | boolean>
  at: Date
}

/** Writes down what a coordinator did with their own calendars: counts and choices, never a day. */
export const recordBy = (trx: Trx, account: SignedIn, { id, ...happened }: Happened): Promise<void> =>
  record(trx, {
    actor: { id: account.id, role: 'coordinator' },
    subject: { kind: 'coordinator', id },
    ...happened,
  })

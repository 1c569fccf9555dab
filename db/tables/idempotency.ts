import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Answers kept for a day, so that a repeated request is one booking. */
export interface IdempotencyTable {
  accountId: string
  operation: string
  key: string
  requestDigest: string
  status: number
  answerSealed: Buffer
  createdAt: Generated<Date>
}

export const idempotency: Dictionary<IdempotencyTable> = {
  accountId: column('whose', 'nobody', 'brief'),
  operation: column('which', 'nobody', 'brief'),
  key: column('as sent', 'nobody', 'brief'),
  requestDigest: column('keyed hash of the request', 'nobody', 'brief'),
  status: column('answer', 'nobody', 'brief'),
  answerSealed: column('answer', 'nobody', 'brief'),
  createdAt: column('age', 'nobody', 'brief'),
}

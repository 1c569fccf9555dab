import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Counters of the limits; keys are keyed hashes. */
export interface RateLimitTable {
  key: string
  points: Generated<number>
  expire: number | null
}

export const rateLimit: Dictionary<RateLimitTable> = {
  key: column('keyed hash', 'nobody', 'brief'),
  points: column('used', 'nobody', 'brief'),
  expire: column('milliseconds since 1970', 'nobody', 'brief'),
}

import { type Availability, availabilities, type Filters } from './filters.ts'
import type { Instead } from './instead.ts'
import { inUse, type RemovableFilter, without } from './removable.ts'

/** What a search would find if it asked for a little else. */
export interface SearchCounts {
  total: number
  /** By how the asked days must be; only when days are asked. */
  availability?: Record<Availability, number>
  /** Without each filter in use, the others kept. */
  without: Partial<Record<RemovableFilter, number>>
  /** Only when nobody is found. */
  instead?: Instead
}

/** The searches to count, each under the place its number will take. */
export const variantsOf = (filters: Filters) => {
  const modes = filters.days.length > 0 ? availabilities : []
  return {
    modes: modes.map((availability) => [availability, { ...filters, availability }] as const),
    without: inUse(filters).map((filter) => [filter, without(filters, filter)] as const),
  }
}

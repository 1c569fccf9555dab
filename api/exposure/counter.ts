import type { Day } from '@repere/db/vocabulary/day.ts'
import { type Answered, type Asked, type Share, type Sum, sharesOf } from './rules.ts'

export interface DaySum extends Sum {
  onDay: Day
}

/**
 * Sums what searches show, in this process, until somebody takes the sums. As many as a day has codes, so that it never
 * grows; what is not taken before the process ends is lost.
 */
export interface ExposureCounter {
  note(answered: Answered, asked: Asked, onDay: Day): void
  take(): DaySum[]
}

export const createExposureCounter = (): ExposureCounter => {
  let sums = new Map<string, DaySum>()
  return {
    note(answered, asked, onDay) {
      for (const share of sharesOf(answered, asked)) {
        const key = `${onDay}/${share.facet}/${share.value}`
        const before = sums.get(key)
        if (before) add(before, share)
        else sums.set(key, { ...share, onDay, searches: 1 })
      }
    },
    take() {
      const taken = [...sums.values()]
      sums = new Map()
      return taken
    },
  }
}

const add = (sum: DaySum, share: Share) => {
  sum.searches += 1
  sum.people = Math.max(sum.people, share.people)
  sum.topPlaces += share.topPlaces
  sum.topFair += share.topFair
  sum.pagePlaces += share.pagePlaces
  sum.pageFair += share.pageFair
}

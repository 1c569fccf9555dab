import { addDays } from '@repere/db/vocabulary/day.ts'
import { exposureFacets } from '@repere/db/vocabulary/exposure.ts'
import { searchDayAt } from '@repere/search'
import type { Deps } from '../deps.ts'
import { addSums, forgetBefore, readSums } from './repository.ts'
import { least, presentSum } from './rules.ts'

export { createExposureCounter, type ExposureCounter } from './counter.ts'

/** How long sums are kept, in days: a year, and a month to compare it with. */
const keptDays = 400

/** How often a process writes down what it counted. */
const flushMs = 60_000

/** Writes down what was counted since the last time. Lost where the database does not answer: only sums of searches. */
export const flushExposure = async ({
  db,
  clock,
  exposure,
  log,
}: Pick<Deps, 'db' | 'clock' | 'exposure' | 'log'>): Promise<void> => {
  try {
    const sums = exposure.take()
    if (sums.length === 0) return
    await addSums(db, sums)
    await forgetBefore(db, addDays(searchDayAt(clock.now()), -keptDays))
  } catch (error) {
    log.warn({ error }, 'what searches showed could not be written down')
  }
}

/** Flushes every minute, beside whatever is asked; stopping flushes once more. */
export const keepExposure = (deps: Pick<Deps, 'db' | 'clock' | 'exposure' | 'log'>) => {
  const timer = setInterval(() => void flushExposure(deps), flushMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await flushExposure(deps)
    },
  }
}

/** To whom the first places of so many last days went, by facet, today included. */
export const readExposure = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, days: number) => {
  const to = searchDayAt(clock.now())
  const from = addDays(to, 1 - days)
  const sums = (await readSums(db, from, to)).map(presentSum)
  return {
    from,
    to,
    least,
    facets: exposureFacets.map((facet) => ({
      facet,
      items: sums.filter((sum) => sum.facet === facet).map(({ value, shown }) => ({ value, shown })),
    })),
  }
}

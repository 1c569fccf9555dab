import type { CoordinatorCard } from '@repere/api/client.ts'

/** How much of the asked days people cover: all, some, none. */
export type Coverage = 'all' | 'some' | 'none'

export interface Group {
  coverage: Coverage
  items: CoordinatorCard[]
}

const coverageOf = ({ free }: CoordinatorCard): Coverage =>
  free === undefined || free.days === 0 ? 'none' : free.days === free.of ? 'all' : 'some'

/** Consecutive results of equal coverage, in the order they came: nobody is moved. */
export function groupByCoverage(items: readonly CoordinatorCard[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    const coverage = coverageOf(item)
    const last = groups.at(-1)
    if (last?.coverage === coverage) last.items.push(item)
    else groups.push({ coverage, items: [item] })
  }
  return groups
}

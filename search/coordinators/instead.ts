import { addDays, type Day, daysBetween } from '@repere/db/vocabulary/day.ts'
import { type RegionCode, regions } from '@repere/db/vocabulary/region.ts'
import { type Filters, limits } from './filters.ts'
import { inUse, type RemovableFilter, withoutAll } from './removable.ts'

/** What somebody could ask instead when nobody is found: each with how many that finds, never none. */
export interface Instead {
  /** The fewest filters to give up together, where giving up one is not enough; who is left by several such, the most first. */
  together: { without: RemovableFilter[]; total: number }[]
  /** With a region beside those asked for added to them. */
  regions: { region: RegionCode; total: number }[]
  /** With all days moved by as little as finds somebody: at most once earlier, and once later. */
  days: { days: Day[]; total: number }[]
}

/** How many answers each searches for; asked together, answered in this order. */
export type CountAll = (searches: readonly Filters[]) => Promise<number[]>

/** How many searches go into one question: no more than an engine answers long before it is given up. */
const portion = 16

/** Counts in portions, as long as there is time: of what was not asked any more nobody is said to be found. */
export const inPortions =
  (countAll: CountAll, hasTime: () => boolean = () => true): CountAll =>
  async (searches) => {
    const totals: number[] = []
    for (let next = 0; next < searches.length && hasTime(); next += portion)
      totals.push(...(await countAll(searches.slice(next, next + portion))))
    return totals
  }

/** How far days are moved at most, and in which steps they are asked. */
const reaches = [7, 14] as const

/** The most that is given up at once, and how many ways of it are shown. */
const mostTogether = 3
const mostShown = 3

/** Looks for what to ask instead of a search that finds nobody, given how many it finds without each of its filters. */
export const findInstead = async (
  filters: Filters,
  today: Day,
  without: Partial<Record<RemovableFilter, number>>,
  countAll: CountAll,
): Promise<Instead> => {
  const beside = neighboursOf(filters.regions)
  const added = await countAll(
    beside.map((region) => ({ ...filters, regions: [...filters.regions, region] })),
  )
  const helps = Object.values(without).some((total) => total > 0)
  return {
    regions: beside
      .map((region, index) => ({ region, total: added[index] ?? 0 }))
      .filter(({ total }) => total > 0)
      .sort((one, other) => other.total - one.total),
    together: helps ? [] : await findTogether(filters, countAll),
    days: (without.days ?? 0) > 0 ? await findDays(filters, today, countAll) : [],
  }
}

/** The regions beside some, without these; in the order of the vocabulary. */
export const neighboursOf = (asked: readonly RegionCode[]): RegionCode[] => {
  const beside = new Set<string>(
    regions.filter(({ code }) => asked.includes(code)).flatMap(({ neighbours }) => [...neighbours]),
  )
  return regions.map(({ code }) => code).filter((code) => beside.has(code) && !asked.includes(code))
}

const findTogether = async (filters: Filters, countAll: CountAll): Promise<Instead['together']> => {
  const names = inUse(filters)
  for (let size = 2; size <= mostTogether && size <= names.length; size += 1) {
    const sets = setsOf(names, size)
    const totals = await countAll(sets.map((set) => withoutAll(filters, set)))
    const found = sets.map((set, index) => ({ without: set, total: totals[index] ?? 0 }))
    const helping = found.filter(({ total }) => total > 0)
    if (helping.length > 0) return helping.sort((one, other) => other.total - one.total).slice(0, mostShown)
  }
  return []
}

const setsOf = <Value>(values: readonly Value[], size: number): Value[][] =>
  size === 0
    ? [[]]
    : values.flatMap((value, index) =>
        setsOf(values.slice(index + 1), size - 1).map((set) => [value, ...set]),
      )

const findDays = async (filters: Filters, today: Day, countAll: CountAll): Promise<Instead['days']> => {
  const found: { shift: number; days: Day[]; total: number }[] = []
  let from = 1
  for (const reach of reaches) {
    const missing = [-1, 1].filter((way) => !found.some(({ shift }) => Math.sign(shift) === way))
    const moved = missing
      .flatMap((way) => Array.from({ length: reach - from + 1 }, (_, index) => way * (from + index)))
      .map((shift) => ({ shift, days: filters.days.map((day) => addDays(day, shift)) }))
      .filter(({ days }) => isAskable(days, today))
    const totals = await countAll(moved.map(({ days }) => ({ ...filters, days })))
    for (const way of missing) {
      const first = moved
        .map((one, index) => ({ ...one, total: totals[index] ?? 0 }))
        .find(({ shift, total }) => Math.sign(shift) === way && total > 0)
      if (first) found.push(first)
    }
    if (found.length > 0) break
    from = reach + 1
  }
  return found.sort((one, other) => one.shift - other.shift).map(({ days, total }) => ({ days, total }))
}

const isAskable = (days: readonly Day[], today: Day): boolean => {
  const [first, last] = [days[0], days.at(-1)]
  return first !== undefined && last !== undefined && first >= today && daysBetween(first, last) < limits.days
}

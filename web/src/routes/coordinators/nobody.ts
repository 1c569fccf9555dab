import { disciplines, type Locale, type SearchCounts } from '@repere/api/client.ts'
import { formatDays } from '#lib/dates/days.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { addressOf, toggled, withDays, without, withValues } from '#lib/search/changes.ts'
import { groupsOf } from '#lib/search/chips.ts'
import type { CatalogueNames } from '#lib/server/reference.ts'
import { disciplineNames } from '#lib/words/disciplines.ts'
import { regionName } from '#lib/words/places.ts'

/** A search one click away, with how many it finds. */
export interface Way {
  key: string
  label: string
  total: number
  href: string
}

/** What to do when nobody is found: every way with exactly the number that taking it gives. */
export interface Nobody {
  /** Without one of the filters, who is left by it first. */
  without: Way[]
  /** With the asked days looked at less strictly. */
  wider: Way[]
  /** Without several filters at once, where one is not enough. */
  together: Way[]
  /** In a region beside those asked for, too. */
  regions: Way[]
  /** On other days, as near as can be. */
  days: Way[]
}

export function toNobody(
  query: URLSearchParams,
  counts: SearchCounts | null,
  names: CatalogueNames,
  locale: Locale,
): Nobody {
  const way = (key: string, label: string, total: number, there: URLSearchParams): Way => ({
    key,
    label,
    total,
    href: to(addressOf(there)),
  })
  const left: Record<string, number | undefined> = counts?.without ?? {}
  const discipline = disciplines.find((one) => one === query.get('discipline'))
  const groups = [
    ...groupsOf(query, names, locale),
    ...(discipline
      ? [
          {
            filter: 'discipline',
            label: disciplineNames[locale][discipline],
            without: without(query, 'discipline'),
          },
        ]
      : []),
  ]
  const labelOf = (filter: string) => groups.find((group) => group.filter === filter)?.label ?? filter
  const drop = (from: URLSearchParams, filter: string) =>
    filter === 'days' ? withDays(from, []) : without(from, filter)
  const { together = [], regions = [], days = [] } = counts?.instead ?? {}
  return {
    without: groups
      .map((group) => way(group.filter, group.label, left[group.filter] ?? 0, group.without))
      .sort((one, other) => other.total - one.total),
    wider: widerModes(query)
      .map(([mode, label]) =>
        way(mode, label, counts?.availability?.[mode] ?? 0, withValues(query, 'availability', [mode])),
      )
      .filter(({ total }) => total > 0),
    together: together.map(({ without: set, total }) =>
      way(set.join(' '), set.map(labelOf).join(' + '), total, set.reduce(drop, query)),
    ),
    regions: regions.map(({ region, total }) =>
      way(region, regionName(region, locale), total, toggled(query, 'region', region)),
    ),
    days: days.map(({ days: moved, total }) =>
      way(moved.join(), formatDays(moved, locale), total, withDays(query, moved)),
    ),
  }
}

/** The less strict looks at the asked days, from the strictest; without those that are already taken. */
const widerModes = (query: URLSearchParams) => {
  const modes = [
    ['optionable', m.search_availability_optionable()],
    ['some', m.search_availability_some()],
  ] as const
  const now = query.get('availability') ?? 'free'
  return now === 'free' ? modes : now === 'optionable' ? modes.slice(1) : []
}

export { readDaysOf, replayedOn, toCanonicalQuery } from './coordinators/canonical.ts'
export type { Card, SeenDay } from './coordinators/card.ts'
export type { SearchCounts } from './coordinators/counts.ts'
export type { Facets, FacetValue } from './coordinators/facets.ts'
export {
  type Availability,
  availabilities,
  type FacetGroup,
  type Filters,
  facetGroups,
  limits,
  type Sort,
  sorts,
  type Viewer,
} from './coordinators/filters.ts'
export type { Highlighted, Highlights } from './coordinators/highlights.ts'
export type { Instead } from './coordinators/instead.ts'
export type { ScheduleDay } from './coordinators/match.ts'
export { type ParsedQuery, parameters, type QueryError, searchDayAt } from './coordinators/query-string.ts'
export type { RemovableFilter } from './coordinators/removable.ts'
export type { Suggested, Suggestion } from './coordinators/suggestions.ts'
export { createSearch, type SearchConfig } from './create-search.ts'
export type { EngineName } from './engine.ts'
export { findMatches, type Matched, type Matches, type MatchGroup } from './matches.ts'
export type { Needs } from './postgres/matching.ts'
export type { Found, Log, Search, SearchStatus } from './search.ts'
export { type IndexState, readIndexState } from './sync/index-state.ts'
export { createRowKeeper, type RowKeeper } from './sync/keep-rows.ts'
export { createSync, type Sync, type SyncConfig } from './sync/sync.ts'

import type { Latency } from './measure.ts'

/** The ways in which a question is answered. */
export type Way = 'raw' | 'api' | 'fallback' | 'naive'

/** What was measured among so many people. Milliseconds, but where a name says seconds. */
export interface Figures {
  people: number
  /** By the name of the question. */
  questions: Map<string, Partial<Record<Way, Latency>>>
  /** From a project of thirty scattered days to people, whoever meets the widest needs. */
  matching: Latency
  rawFillSeconds: number
  rebuildSeconds: number
  /** Searches that failed while the index was rebuilt. */
  failedSearches: number
  freshness: Latency
}

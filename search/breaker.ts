/** Stops asking a server that does not answer, and tries it again now and then. */
export interface Breaker {
  /** Whether to ask now. Half open, one caller at a time is told yes. */
  allows(): boolean
  /** Whether all is well, without asking. */
  isClosed(): boolean
  succeeded(): void
  failed(): void
}

export interface BreakerOptions {
  failures?: number
  withinMs?: number
  restMs?: number
  now?: () => number
}

/**
 * Opens after `failures` within `withinMs`; lets one call through every `restMs` until one succeeds. `now` counts
 * milliseconds and never goes back.
 */
export const createBreaker = ({
  failures = 5,
  withinMs = 10_000,
  restMs = 5_000,
  now = () => performance.now(),
}: BreakerOptions = {}): Breaker => {
  let failedAt: number[] = []
  let openUntil: number | undefined
  return {
    allows() {
      if (openUntil === undefined) return true
      if (now() < openUntil) return false
      // The others go on without until this one has told.
      openUntil = now() + restMs
      return true
    },
    isClosed: () => openUntil === undefined,
    succeeded() {
      failedAt = []
      openUntil = undefined
    },
    failed() {
      const since = now() - withinMs
      failedAt = [...failedAt.filter((at) => at > since), now()]
      if (openUntil !== undefined || failedAt.length >= failures) openUntil = now() + restMs
    },
  }
}

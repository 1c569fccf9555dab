import { setTimeout as wait } from 'node:timers/promises'
import { say } from './steps.ts'

/** Anything that runs until it is stopped or dies; `exited` tells how. */
export type Running = { exited: Promise<string>; stop: (patienceMs?: number) => Promise<void> }

export type Supervised<T> = {
  /** What runs now; undefined while it is away. */
  current: () => T | undefined
  stop: (patienceMs?: number) => Promise<void>
}

const firstPauseMs = 200
const longestPauseMs = 10_000
/** What lived this long before it died is started again without a longer pause. */
const healthyMs = 60_000

/**
 * Keeps something running: when it dies, `again` starts another after a pause that grows, until it works or the
 * whole is stopped.
 */
export function supervise<T extends Running>(name: string, first: T, again: () => Promise<T>): Supervised<T> {
  const stopping = new AbortController()
  let running: T | undefined = first
  let pauseMs = firstPauseMs

  async function startAgain(): Promise<T | undefined> {
    while (!stopping.signal.aborted) {
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      if (stopping.signal.aborted) return undefined
      try {
        return await again()
      } catch (problem) {
        say(`${name} did not start again: ${String(problem).split('\n')[0]}`)
      }
    }
    return undefined
  }

  async function watch(): Promise<void> {
    for (let last: T | undefined = first; last; ) {
      const began = Date.now()
      const how = await last.exited
      running = undefined
      if (stopping.signal.aborted) return
      if (Date.now() - began > healthyMs) pauseMs = firstPauseMs
      say(`${name} ended (${how}); starting it again.`)
      last = await startAgain()
      // A stop may have come while the start was under way.
      if (stopping.signal.aborted) await last?.stop()
      else running = last
    }
  }
  const watching = watch()

  return {
    current: () => running,
    async stop(patienceMs = 5000) {
      stopping.abort()
      await running?.stop(patienceMs)
      await Promise.race([watching, wait(patienceMs, undefined, { ref: false })])
    },
  }
}

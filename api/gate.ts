import { refuse } from './problem.ts'

/**
 * A gate in front of what is expensive: `running` at once, `waiting` behind them, the rest are told to come back.
 * A flood of one kind of work then cannot starve everything else of memory and time.
 */
export const createGate = ({ running, waiting }: { running: number; waiting: number }) => {
  const queue: (() => void)[] = []
  let free = running
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else if (queue.length >= waiting) refuse('overloaded', { retryAfterSeconds: 2 })
    else await new Promise<void>((go) => queue.push(go))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else free += 1
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises'

/** A deadlock, a failed serialisation, a lock that another process held for longer than one may wait. */
const passing = new Set(['40P01', '40001', '55P03'])

/**
 * Does it again when trying again helps: three times at most, well within what a handler may take. After a pause of its
 * own length, so that two who stood in each other's way do not meet again.
 */
export const withRetries = async <T>(work: () => Promise<T>, left = 3): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (left === 0 || !passing.has((error as { code?: string }).code ?? '')) throw error
    await pause(Math.random() * 100)
    return withRetries(work, left - 1)
  }
}

/** A deadlock, a failed serialisation, a lock that another process held for longer than one may wait. */
const passing = new Set(['40P01', '40001', '55P03'])

/** Does it again when trying again helps: three times at most, well within what a handler may take. */
export const withRetries = async <T>(work: () => Promise<T>, left = 3): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (left === 0 || !passing.has((error as { code?: string }).code ?? '')) throw error
    return withRetries(work, left - 1)
  }
}

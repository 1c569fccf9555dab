/** Two requests closer than this are one: a terminal and a package manager both pass on the same Ctrl-C. */
const sameRequestMs = 500

/**
 * Calls `stop` once, on the first Ctrl-C, SIGTERM, SIGHUP, or when the process that started us is gone. A second
 * request ends us at once.
 */
export function onStopRequest(stop: () => Promise<void>): void {
  let askedAt = 0
  const asked = () => {
    const now = Date.now()
    if (askedAt && now - askedAt > sameRequestMs) process.exit(130)
    if (askedAt) return
    askedAt = now
    stop().catch((problem) => {
      console.error(problem)
      process.exit(1)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked)
  process.on('disconnect', asked)
}

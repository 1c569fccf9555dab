/**
 * Calls `stop` once, when the process is asked to end: SIGTERM, SIGINT, or its parent gone. Then exits with 0, or with 1
 * when stopping itself failed or took longer than ten seconds.
 */
export const onStop = (stop: () => Promise<void>): void => {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 10_000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', once)
  process.once('SIGINT', once)
  process.once('disconnect', once)
}

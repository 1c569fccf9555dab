import { createWriteStream, existsSync, statSync, truncateSync, type WriteStream } from 'node:fs'

const longestLogBytes = 10_000_000

/** Appends to a log only its owner may read; one that grew too long starts afresh. A full disk stops nothing. */
export function openLog(path: string): WriteStream {
  if (existsSync(path) && statSync(path).size > longestLogBytes) truncateSync(path)
  const log = createWriteStream(path, { flags: 'a', mode: 0o600 })
  log.on('error', () => {})
  return log
}

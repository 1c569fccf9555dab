import { readFileSync } from 'node:fs'

/**
 * The processes above this one up to the package manager that began it, nearest first. On Linux each with the
 * moment it began, since process numbers are used again.
 */
export function ancestors() {
  const found = [{ pid: process.ppid, began: look(process.ppid)?.began }]
  while (process.env.npm_lifecycle_event && found.length < 6) {
    const last = look(found.at(-1).pid)
    if (!last || /^(npm|npx|pnpm)/.test(last.name) || last.parent <= 1) break
    found.push({ pid: last.parent, began: look(last.parent)?.began })
  }
  return found
}

/** Whether that very process still runs. */
export function isAlive({ pid, began }) {
  if (began !== undefined) {
    const now = look(pid)
    return now?.began === began && now.state !== 'Z'
  }
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What /proc tells of a process; undefined when it is gone, and outside Linux. */
function look(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const close = stat.lastIndexOf(')')
    const rest = stat.slice(close + 2).split(' ')
    return {
      name: stat.slice(stat.indexOf('(') + 1, close),
      state: rest[0],
      parent: Number(rest[1]),
      began: rest[19],
    }
  } catch {
    return undefined
  }
}

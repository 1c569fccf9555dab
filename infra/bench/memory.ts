import { readdirSync, readFileSync } from 'node:fs'

/** What one part of the product holds, in bytes: all its processes together, what they share counted once. */
export interface Held {
  part: string
  processes: number
  /** Its own, which nobody else can have. */
  own: number
  /** With pages of files (the search server's index) and shared buffers. */
  resident: number
}

/** Memory by part, of every process begun by this one. Empty where there is no /proc. */
export const readMemory = (): Held[] => {
  const parts = new Map<string, Status[]>()
  for (const status of begunByUs()) {
    const part = partOf(status.pid)
    if (part) parts.set(part, [...(parts.get(part) ?? []), status])
  }
  return [...parts].sort().map(([part, processes]) => {
    const own = sum(processes.map(({ anon }) => anon))
    const files = Math.max(...processes.map(({ file }) => file))
    const buffers = Math.max(...processes.map(({ shared }) => shared))
    return { part, processes: processes.length, own, resident: own + files + buffers }
  })
}

interface Status {
  pid: number
  parent: number
  anon: number
  file: number
  shared: number
}

const begunByUs = (): Status[] => {
  const all = listProcesses()
  const ours = new Set([process.pid])
  for (let before = 0; before !== ours.size; ) {
    before = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
  }
  ours.delete(process.pid)
  return all.filter(({ pid }) => ours.has(pid))
}

const listProcesses = (): Status[] => {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => readStatus(Number(pid)) ?? [])
  } catch {
    return []
  }
}

const readStatus = (pid: number): Status | undefined => {
  const text = read(pid, 'status')
  const number = (name: string) => Number(text.match(new RegExp(`^${name}:\\s*(\\d+)`, 'm'))?.[1] ?? 0)
  if (text === '') return undefined
  const bytes = (name: string) => number(name) * 1_024
  return {
    pid,
    parent: number('PPid'),
    anon: bytes('RssAnon'),
    file: bytes('RssFile'),
    shared: bytes('RssShmem'),
  }
}

const partOf = (pid: number): string | undefined => {
  const command = read(pid, 'cmdline').replaceAll('\0', ' ')
  if (/\bmeilisearch/.test(command)) return 'Meilisearch'
  if (/\bpostgres\b/.test(command)) return 'Postgres'
  if (command.includes('worker.ts')) return 'worker'
  if (!command.includes('server.ts')) return undefined
  return read(pid, 'environ').includes('SEARCH_ENGINE=postgres') ? 'API, fallback engine' : 'API'
}

/** Empty for a process that ended meanwhile. */
const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

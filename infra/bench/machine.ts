import { readFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'

/** What the figures were measured on, in one line: they mean nothing without it. */
export const describeMachine = (): string => {
  const model = cpus()[0]?.model.trim() || 'unnamed processor'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${cpus().length} × ${model}, ${memory}, ${systemName()} (kernel ${release()}), Node ${process.versions.node}`
}

const systemName = (): string => {
  try {
    const named = readFileSync('/etc/os-release', 'utf8').match(/^PRETTY_NAME="?([^"\n]+)"?$/m)
    return named?.[1] ?? process.platform
  } catch {
    return process.platform
  }
}

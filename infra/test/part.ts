import { type Ended, run } from '../local/run.ts'

/** What one part of the suite found; `output` is shown when anything failed. */
export type Part = {
  name: string
  passed: number
  failed: number
  seconds: number
  output: string
  note?: string
}

type Counted = { passed: number; failed: number; note?: string }

/**
 * Runs a part that counts its own tests. A part that ends badly, or without running anything, has failed at least
 * once, whatever it counted.
 */
export async function countedPart(name: string, work: () => Promise<Ended & Counted>): Promise<Part> {
  const began = performance.now()
  const found = await work().catch((problem: Error) => ({
    code: 1,
    output: problem.stack ?? problem.message,
    passed: 0,
    failed: 0,
  }))
  const { code, output, passed, ...rest } = found
  const nothing = passed + rest.failed === 0
  const failed = rest.failed === 0 && (code !== 0 || nothing) ? 1 : rest.failed
  const said = nothing && code === 0 ? `${output}\nIt ran no test at all.` : output
  return { name, ...rest, passed, failed, output: said, seconds: (performance.now() - began) / 1000 }
}

/** A part that is one check: it passed when its program ended with 0. */
export function check(name: string, command: string[], cwd?: string): Promise<Part> {
  return countedPart(name, async () => {
    const ended = await run(command, cwd ? { cwd } : {})
    return { ...ended, passed: ended.code === 0 ? 1 : 0, failed: ended.code === 0 ? 0 : 1 }
  })
}

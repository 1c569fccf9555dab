/** Prints one line per step with the time it took: `   0.4 s  Postgres ready`. */
export async function step<T>(
  work: () => Promise<T>,
  describe: string | ((result: T) => string),
): Promise<T> {
  const began = performance.now()
  const result = await work()
  const text = typeof describe === 'string' ? describe : describe(result)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(`${seconds.padStart(6)} s  ${text}`)
  return result
}

/** A line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

import { sayBars } from '../bench/bars.ts'
import type { Figures } from '../bench/figures.ts'
import { describeMachine } from '../bench/machine.ts'
import { benchSearch } from '../bench/search.ts'
import { benchTyping } from '../bench/typing.ts'
import { command } from '../local/command.ts'

/**
 * Measures search beside the raw engine: `npm run bench`, or `npm run bench -- 100000` for other sizes. `npm run bench --
 * typing http://localhost:3000` types into the search page of a product that runs.
 */
await command(async () => {
  const [what, origin] = process.argv.slice(2)
  if (what === 'typing') {
    await benchTyping(origin ?? 'http://localhost:3000')
    process.exit(0)
  }
  const sizes = process.argv.slice(2).map(Number)
  console.log(`Measured on ${describeMachine()}, ${new Date().toISOString().slice(0, 10)}`)
  const all: Figures[] = []
  for (const people of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000])
    all.push(await benchSearch(people))
  sayBars(all)
  process.exit(0)
})

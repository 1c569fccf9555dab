import { benchSearch } from '../bench/search.ts'
import { command } from '../local/command.ts'

/** Measures search beside the raw engine: `npm run bench`, or `npm run bench -- 100000` for other sizes. */
await command(async () => {
  const sizes = process.argv.slice(2).map(Number)
  for (const people of sizes.length > 0 ? sizes : [1_000, 10_000]) await benchSearch(people)
  process.exit(0)
})

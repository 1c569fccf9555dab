import { onStopRequest } from '../local/stop-request.ts'
import { forgetOwnSettings } from '../test/own-settings.ts'
import { build, formatAndLint, journeys, type Part, pageTypes, tests, types } from '../test/parts.ts'
import { sayPart, sum } from '../test/summary.ts'

forgetOwnSettings()
onStopRequest(async () => process.exit(130))
const filters = process.argv.slice(2)
process.exit(sum(filters.length > 0 ? await some() : await everything()))

/** `npm test -- bookings` runs the matching files of Vitest, `npm test -- e2e/search` the matching journeys. */
function some(): Promise<Part[]> {
  const browser = filters.some((filter) => /e2e|\.spec/.test(filter))
  return inTurn(() => (browser ? journeys(filters) : tests(filters)))
}

/** What only reads files goes side by side. Races and a browser then have the machine to themselves. */
async function everything(): Promise<Part[]> {
  const lanes = await Promise.all([inTurn(formatAndLint, types), inTurn(build, pageTypes)])
  return [...lanes.flat(), ...(await inTurn(tests, journeys))]
}

async function inTurn(...parts: (() => Promise<Part>)[]): Promise<Part[]> {
  const ended: Part[] = []
  for (const part of parts) {
    const result = await part()
    sayPart(result)
    ended.push(result)
  }
  return ended
}

import { onStopRequest } from '../local/stop-request.ts'
import { forgetOwnSettings } from '../test/own-settings.ts'
import { tests } from '../test/parts.ts'
import { sayPart, sum } from '../test/summary.ts'

/** The same tests with the rounds of faults, fuzzing and races that take an hour: they read REPERE_LONG. */
forgetOwnSettings()
process.env.REPERE_LONG = '1'
onStopRequest(async () => process.exit(130))
const part = await tests(process.argv.slice(2), 4 * 3_600_000)
sayPart(part)
process.exit(sum([part]))

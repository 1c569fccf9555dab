import { onStopRequest } from '../local/stop-request.ts'
import { formatAndLint, pageTypes, types } from '../test/parts.ts'
import { sayPart, sum } from '../test/summary.ts'

onStopRequest(async () => process.exit(130))
const parts = await Promise.all([formatAndLint(), types(), pageTypes()])
parts.forEach(sayPart)
process.exit(sum(parts))

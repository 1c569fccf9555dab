import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { demoLogins } from '../local/demo-logins.ts'
import { readSettings } from '../local/settings.ts'
import { startProduct } from '../local/start.ts'
import { say } from '../local/steps.ts'
import { onStopRequest } from '../local/stop-request.ts'
import { StopSentence } from '../local/stop-sentence.ts'

const root = join(import.meta.dirname, '../..')
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))

// Until the product stands, leaving is enough: the kernel ends what was started together with us.
let stop = async () => {}
onStopRequest(async () => {
  say('Stopping …')
  await stop()
  process.exit(0)
})

try {
  const settings = readSettings(process.env, root)
  const product = await startProduct(settings, root)
  stop = product.stop
  say(`Repère is ready on http://localhost:${settings.port}`)
  if (settings.demo) say(demoLogins)
} catch (problem) {
  console.error(problem instanceof StopSentence ? problem.message : problem)
  process.exit(1)
}

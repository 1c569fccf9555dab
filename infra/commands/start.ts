import { command, root } from '../local/command.ts'
import { demoLogins } from '../local/demo-logins.ts'
import { readSettings } from '../local/settings.ts'
import { startProduct } from '../local/start.ts'
import { say } from '../local/steps.ts'
import { onStopRequest } from '../local/stop-request.ts'

await command(async () => {
  // Until the product stands, leaving is enough: the kernel ends what was started together with us.
  let stop = async () => {}
  onStopRequest(async () => {
    say('Stopping …')
    await stop()
    process.exit(0)
  })
  const settings = readSettings(process.env, root)
  const product = await startProduct(settings, root)
  stop = product.stop
  say(`Repère is ready on http://localhost:${settings.port}`)
  if (settings.demo) say(demoLogins)
})

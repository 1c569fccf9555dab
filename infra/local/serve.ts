import { command, root } from './command.ts'
import { demoLogins, openDemoWarning } from './demo-logins.ts'
import { readSettings, type Settings } from './settings.ts'
import type { Product } from './start.ts'
import { say } from './steps.ts'
import { onStopRequest } from './stop-request.ts'

/** Runs the product in the foreground until it is asked to stop. */
export function serve(start: (settings: Settings, root: string) => Promise<Product>): Promise<void> {
  return command(async () => {
    // Until the product stands, leaving is enough: the kernel ends what was started together with us.
    let stop = async () => {}
    onStopRequest(async () => {
      say('Stopping …')
      await stop()
      process.exit(0)
    })
    const settings = readSettings(process.env, root)
    const product = await start(settings, root)
    stop = product.stop
    say(`Repère is ready on http://localhost:${settings.port}`)
    if (settings.demo) say(demoLogins)
    const warning = openDemoWarning(settings)
    if (warning) say(warning)
  })
}

import { settleDue } from './bookings/service.ts'
import { readConfig } from './config.ts'
import { sendMail } from './mail/send-mail.ts'
import { openDeps } from './open-deps.ts'
import { onStop } from './stop-signals.ts'
import { startLoops } from './worker-loops.ts'

const config = readConfig()
const { deps, close } = openDeps(config, 'repere-worker', 6)

/** What happens beside requests. Each loop is woken by its channel, and by a timer in case a wake-up was lost. */
const loops = await startLoops(deps, [
  { name: 'mail', wakeOn: 'mail', everyMs: 10_000, run: sendMail },
  { name: 'deadlines', everyMs: 15_000, run: (deps) => settleDue(deps, deps.clock.now()) },
])

process.send?.({ ready: true, port: 0 })

onStop(async () => {
  await loops.stop()
  await close()
})

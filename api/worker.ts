import { settleDue } from './bookings/service.ts'
import { readConfig } from './config.ts'
import { sendMail } from './mail/send-mail.ts'
import { openDeps } from './open-deps.ts'
import { sweep } from './retention/service.ts'
import { onStop } from './stop-signals.ts'
import { type Loop, startLoops } from './worker-loops.ts'

const second = 1_000
const hour = 3_600 * second

/** What happens beside requests. Each loop is woken by its channel, and by a timer in case a wake-up was lost. */
const loops: Loop[] = [
  { name: 'mail', wakeOn: 'mail', everyMs: 10 * second, run: sendMail },
  { name: 'deadlines', everyMs: 20 * second, run: (deps) => settleDue(deps, deps.clock.now()) },
  { name: 'retention', everyMs: hour, run: sweep },
]

const config = readConfig()
const { deps, close } = openDeps(config, 'repere-worker', 6)
const running = await startLoops(deps, loops)

process.send?.({ ready: true, port: 0 })

onStop(async () => {
  await running.stop()
  await close()
})

import { createSync } from '@repere/search'
import { settleDue } from './bookings/service.ts'
import { readConfig } from './config.ts'
import { sendMail } from './mail/send-mail.ts'
import { openDeps } from './open-deps.ts'
import { onStop } from './stop-signals.ts'
import { startLoops } from './worker-loops.ts'

const config = readConfig()
const { deps, close } = openDeps(config, 'repere-worker', 6)

/** Keeps the search index; without a search server there is none. */
const sync =
  config.searchEngine === 'meilisearch' && config.meili
    ? createSync({ db: deps.db, meili: config.meili, clock: deps.clock, log: deps.log })
    : undefined

/** What happens beside requests. Each loop is woken by its channel, and by a timer in case a wake-up was lost. */
const loops = await startLoops(deps, [
  { name: 'mail', wakeOn: 'mail', everyMs: 10_000, run: sendMail },
  { name: 'deadlines', everyMs: 15_000, run: (deps) => settleDue(deps, deps.clock.now()) },
  ...(sync ? [{ name: 'search', wakeOn: 'search_dirty', everyMs: 1_000, run: sync.run }] : []),
])

process.send?.({ ready: true, port: 0 })

onStop(async () => {
  sync?.stop()
  await loops.stop()
  await close()
})

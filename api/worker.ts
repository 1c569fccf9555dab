import { createRowKeeper, createSync } from '@repere/search'
import { askWhetherRight } from './availability/questions.ts'
import { settleDue } from './bookings/service.ts'
import { remindOfCredits } from './completions/service.ts'
import { readConfig } from './config.ts'
import { remindOfEnds } from './credentials/reminders.ts'
import { sealTrail } from './events/service.ts'
import { workImports } from './imports/service.ts'
import { sendMail } from './mail/send-mail.ts'
import { sendMornings } from './notifications/service.ts'
import { openDeps } from './open-deps.ts'
import { sweep } from './retention/service.ts'
import { tellOfNewPeople } from './saved-searches/service.ts'
import { onStop } from './stop-signals.ts'
import { type Loop, startLoops } from './worker-loops.ts'

const second = 1_000
const hour = 3_600 * second

const config = readConfig()
const { deps, close } = openDeps(config, 'repere-worker', 6)

/** Keeps what both engines read; without a search server that is the fallback's rows alone. */
const sync =
  config.searchEngine === 'meilisearch' && config.meili
    ? createSync({ db: deps.db, meili: config.meili, clock: deps.clock, log: deps.log })
    : createRowKeeper(deps)

/** What happens beside requests. Each loop is woken by its channel, and by a timer in case a wake-up was lost. */
const loops: Loop[] = [
  { name: 'mail', wakeOn: 'mail', everyMs: 10 * second, run: sendMail },
  { name: 'deadlines', everyMs: 15 * second, run: (deps) => settleDue(deps, deps.clock.now()) },
  { name: 'search', wakeOn: 'search_dirty', everyMs: second, run: () => sync.run() },
  {
    name: 'seals',
    everyMs: 5 * second,
    run: async (deps, signal) => void (await sealTrail(deps, { signal })),
  },
  { name: 'imports', wakeOn: 'imports', everyMs: 10 * second, run: workImports },
  { name: 'calendars', everyMs: hour, run: async (deps) => void (await askWhetherRight(deps)) },
  { name: 'reminders', everyMs: hour, run: async (deps) => void (await remindOfEnds(deps)) },
  { name: 'credits', everyMs: hour, run: remindOfCredits },
  { name: 'mornings', everyMs: 60 * second, run: async (deps) => void (await sendMornings(deps)) },
  {
    name: 'saved-searches',
    everyMs: 15 * second,
    run: async (deps, signal) => void (await tellOfNewPeople(deps, signal)),
  },
  { name: 'retention', everyMs: hour, run: sweep },
]

const running = await startLoops(deps, loops)

process.send?.({ ready: true, port: 0 })

onStop(async () => {
  sync.stop()
  await running.stop()
  await close()
})

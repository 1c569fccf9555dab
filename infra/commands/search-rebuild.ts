import { createSync } from '@repere/search'
import { command, root } from '../local/command.ts'
import { withDatabase } from '../local/databases.ts'
import { reach } from '../local/reach.ts'
import { readSettings } from '../local/settings.ts'
import { say, step } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'

/** Fills a new search index beside the current one and swaps them; searches go on meanwhile. */
await command(async () => {
  const sayProgress = (done: number, total: number) => say(`          ${done} of ${total} people`)
  const { appUrl, searchEnv, leave } = await reach(readSettings(process.env, root), { search: true })
  try {
    const { MEILI_URL: url, MEILI_KEY: key = '' } = searchEnv
    if (!url) throw new StopSentence('There is no index to rebuild: Postgres searches here, by itself.')
    const log = { info: () => {}, warn: (_: object, message: string) => say(message) }
    await step(
      () =>
        withDatabase(appUrl, (db) =>
          createSync({ db, meili: { url, key }, clock: { now: () => new Date() }, log }).rebuild(sayProgress),
        ),
      (count) => `search index rebuilt: ${count} people`,
    )
  } finally {
    await leave()
  }
  process.exit(0)
})

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from '../local/command.ts'
import { runningPostgresPort } from '../local/reach.ts'
import { readSettings } from '../local/settings.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'

/** Empties the embedded databases, so that the next start begins anew. The keys stay: an APP_SECRET may be in use elsewhere. */
await command(async () => {
  const { dataDir, database } = readSettings(process.env, root)
  if (database) {
    throw new StopSentence(
      'db:reset only empties the embedded database: for DATABASE_URL, drop and create it yourself.',
    )
  }
  if (runningPostgresPort(dataDir)) {
    throw new StopSentence(`Repère is running on ${dataDir}: stop it first.`)
  }
  for (const name of ['postgres', 'meilisearch', 'uploads']) {
    rmSync(join(dataDir, name), { recursive: true, force: true })
  }
  say(`Emptied ${dataDir}: the next npm start begins with a new database.`)
})

import { rmSync } from 'node:fs'
import { prepareTemplate } from '@repere/db/test/template.ts'
import type { TestProject } from 'vitest/node'
import { startMeilisearch } from '../local/meilisearch.ts'
import { startPostgres } from '../local/postgres.ts'
import { testFolder, throwAwayFolder } from './throw-away.ts'

/**
 * Both engines, once for a whole test run, in a folder that is thrown away. They end with this process, even by
 * kill -9. Tests take the addresses by `inject('postgres')` and `inject('meili')` (db/test/provided.ts): both of
 * Postgres lead to the maintenance database, whose owner may create others; the search key is the master key.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = throwAwayFolder('engines')
  const [postgres, meilisearch] = await Promise.all([
    startPostgres({ dataDir, database: 'postgres', throwAway: true }),
    startMeilisearch({ dataDir, programDir: testFolder }),
  ])
  if (!meilisearch) throw new Error('The tests need a Meilisearch: install 1.21 so that it is on PATH.')
  await prepareTemplate(postgres.ownerUrl, postgres.appUrl)
  project.provide('postgres', { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl })
  project.provide('meili', { url: meilisearch.url, key: meilisearch.key })

  return async () => {
    await Promise.all([postgres.stop(), meilisearch.stop()])
    rmSync(dataDir, { recursive: true, force: true })
  }
}

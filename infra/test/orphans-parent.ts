import { startMeilisearch } from '../local/meilisearch.ts'
import { startPostgres } from '../local/postgres.ts'

// Started as its own process by orphans.test.ts, which kills it without warning.
const [dataDir = ''] = process.argv.slice(2)
const [postgres, meilisearch] = await Promise.all([startPostgres({ dataDir }), startMeilisearch({ dataDir })])
process.send?.([postgres.port, meilisearch?.port])
setInterval(() => {}, 60_000)

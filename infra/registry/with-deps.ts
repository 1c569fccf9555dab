import { parseConfig } from '@repere/api/config.ts'
import type { Deps } from '@repere/api/deps.ts'
import { openDeps } from '@repere/api/open-deps.ts'
import { root } from '../local/command.ts'
import type { Reached } from '../local/reach.ts'
import { readSettings } from '../local/settings.ts'

/** Does one piece of the product's own work from the command line, and closes what it opened. */
export async function withDeps<T>(
  { appUrl, appSecret }: Reached,
  work: (deps: Deps) => Promise<T>,
): Promise<T> {
  const settings = readSettings(process.env, root)
  const config = parseConfig({
    ...process.env,
    DATABASE_URL: appUrl,
    APP_SECRET: appSecret,
    APP_ORIGIN: settings.appOrigin,
    UPLOADS_DIR: settings.uploadsDir,
    // Whatever searches here: the index is told by the running product.
    SEARCH_ENGINE: 'postgres',
    NODE_ENV: 'development',
    DEMO: '0',
    LOG_LEVEL: 'error',
  })
  const { deps, close } = openDeps(config, 'repere-registry', 4)
  try {
    return await work(deps)
  } finally {
    await close()
  }
}

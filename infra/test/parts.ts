import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../local/free-port.ts'
import { type Ended, root, run } from '../local/run.ts'
import { readSettings } from '../local/settings.ts'
import { startProduct } from '../local/start.ts'
import { buildWeb } from '../local/web-build.ts'
import { findBrowser } from './browser.ts'
import { check, countedPart, type Part } from './part.ts'
import { testFolder, throwAwayFolder } from './throw-away.ts'

const web = join(root, 'web')
const node = process.execPath

export const formatAndLint = () =>
  check('format and lint', ['biome', 'ci', '--colors=off', '--error-on-warnings', '.'])
export const types = () => check('types', ['tsc', '-p', '.'])
export const pageTypes = () => check('types of the pages', [node, '--run', 'check'], web)

/** The production build, skipped when its inputs have not changed since it last passed. */
export const build = () =>
  countedPart('build', async () => {
    const note = await buildWeb(root)
    return { code: 0, output: '', passed: 1, failed: 0, note }
  })

/** Everything Vitest runs: rules, the api over HTTP, both search engines. With words: only files that match. */
export const tests = (filters: string[] = [], timeoutMs = 900_000) =>
  countedPart('tests', async () => {
    const report = reportFile('vitest')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const ended = await run(['vitest', 'run', ...reporters, ...filters], { timeoutMs })
    const read = readReport<{ numPassedTests: number; numFailedTests: number }>(report)
    return { ...ended, passed: read?.numPassedTests ?? 0, failed: read?.numFailedTests ?? 0 }
  })

/** The journeys in a real Chromium, against the real product on a data folder of its own. With words: only specs that match. */
export const journeys = (filters: string[] = []) =>
  countedPart('journeys', async () => {
    const browser = await findBrowser()
    const dataDir = throwAwayFolder('product')
    const env = { PORT: `${await freePort()}`, DATA_DIR: dataDir, DEMO: '1' }
    const settings = readSettings(env, root)
    const product = await startProduct(settings, root)
    try {
      return await playwright(filters, {
        REPERE_URL: settings.appOrigin,
        REPERE_DATABASE_URL: product.databaseUrl,
        ...(filters.length === 0 ? { ALL_JOURNEYS: '1' } : {}),
        ...browser.env,
      })
    } finally {
      await product.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

type PlaywrightStats = { expected: number; unexpected: number; flaky: number; skipped: number }

async function playwright(
  filters: string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended & { passed: number; failed: number }> {
  const report = reportFile('playwright')
  const command = ['playwright', 'test', '--reporter=list,json', '--retries=0', ...filters]
  const options = { cwd: web, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, timeoutMs: 900_000 }
  const ended = await run(command, options)
  const stats = readReport<{ stats: PlaywrightStats }>(report)?.stats
  return { ...ended, passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }
}

function reportFile(name: string): string {
  mkdirSync(testFolder, { recursive: true })
  const path = join(testFolder, `${name}-${process.pid}.json`)
  rmSync(path, { force: true })
  return path
}

/** Undefined when the tool died before it could write a report. */
function readReport<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return undefined
  } finally {
    rmSync(path, { force: true })
  }
}

export type { Part }

import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'
import { StopSentence } from './stop-sentence.ts'

/** Everything a built page can depend on: the web itself, the api's contracts, the words, the versions. */
const inputs = [
  'web/{src,static,messages}/**/*',
  'web/*.{js,ts,json}',
  'web/project.inlang/settings.json',
  'api/client.ts',
  'api/*/contract.ts',
  'api/http/*.ts',
  'db/vocabulary/*.ts',
]
/** What the build writes among them, and what only tests read. */
const outside = /^(node_modules|paraglide)$|\.test\.ts$/

/** Builds the pages when an input changed since the last build. Says whether it had to. */
export async function buildWeb(root: string): Promise<'built' | 'unchanged'> {
  const stamp = join(root, 'web/build/.inputs')
  const wanted = hashInputs(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'unchanged'
  rmSync(stamp, { force: true })
  await runBuild(join(root, 'web'))
  writeFileSync(stamp, wanted)
  return 'built'
}

function hashInputs(root: string): string {
  const files = globSync(inputs, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => outside.test(entry.name),
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')))
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Web's own `build` script, step by step, without a shell between us and the steps: they end when we do. */
async function runBuild(cwd: string): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')) as {
    scripts: { build: string }
  }
  for (const step of scripts.build.split(' && ')) {
    const { code, output } = await run(step.split(' '), { cwd, env: { NODE_ENV: 'production' } })
    const end = output.trim().split('\n').slice(-30).join('\n')
    if (code !== 0) throw new StopSentence(`The web pages could not be built:\n${end}`)
  }
}

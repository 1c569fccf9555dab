import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

function runBuild(cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--run', 'build'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    const stopWithUs = () => child.kill('SIGKILL')
    process.once('exit', stopWithUs)
    child.once('close', (code) => {
      process.off('exit', stopWithUs)
      if (code === 0) return resolve()
      reject(
        new StopSentence(
          `The web pages could not be built:\n${said.trim().split('\n').slice(-30).join('\n')}`,
        ),
      )
    })
  })
}

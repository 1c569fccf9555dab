import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** file → import → may it? One table for the whole architecture: a line here is a line of the tree's law. */
const law: Record<string, Record<string, 'allowed' | 'forbidden'>> = {
  'db/connect.ts': { pg: 'allowed', '@repere/search': 'forbidden', '../api/app.ts': 'forbidden' },
  'db/vocabulary/region.ts': {
    './discipline.ts': 'allowed',
    kysely: 'forbidden',
    '../index.ts': 'forbidden',
  },
  'search/index.ts': {
    '@repere/db': 'allowed',
    '@repere/db/vocabulary/region.ts': 'allowed',
    '@repere/api/client.ts': 'forbidden',
    '../db/index.ts': 'forbidden',
  },
  'api/app.ts': {
    './bookings/routes.ts': 'allowed',
    '@repere/search': 'allowed',
    '@repere/web': 'forbidden',
    '../web/server.js': 'forbidden',
    '../infra/local/start.ts': 'forbidden',
  },
  'api/bookings/contract.ts': {
    '@hono/zod-openapi': 'allowed',
    '../http/problems.ts': 'allowed',
    '@repere/db/vocabulary/region.ts': 'allowed',
    '@repere/db': 'forbidden',
    './service.ts': 'forbidden',
    '../projects/contract.ts': 'forbidden',
  },
  'api/bookings/rules.ts': {
    '@repere/db/vocabulary/booking-state.ts': 'allowed',
    './day-rules.ts': 'allowed',
    './repository.ts': 'forbidden',
    '../projects/rules.ts': 'forbidden',
    '@repere/db': 'forbidden',
    zod: 'forbidden',
    'node:crypto': 'forbidden',
  },
  'api/bookings/repository.ts': {
    '@repere/db': 'allowed',
    './rules.ts': 'allowed',
    './service.ts': 'forbidden',
    '../projects/repository.ts': 'forbidden',
    hono: 'forbidden',
    '@repere/search': 'forbidden',
  },
  'api/bookings/service.ts': {
    './repository.ts': 'allowed',
    '../projects/service.ts': 'allowed',
    '../deps.ts': 'allowed',
    '../mail/mailer.ts': 'allowed',
    '../projects/repository.ts': 'forbidden',
    '../projects/rules.ts': 'forbidden',
  },
  'api/bookings/routes.ts': {
    './service.ts': 'allowed',
    '../http/session.ts': 'allowed',
    '../projects/routes.ts': 'forbidden',
    '@repere/search': 'forbidden',
  },
  'web/src/routes/page.ts': {
    '@repere/api/client.ts': 'allowed',
    '@repere/api/app.ts': 'forbidden',
    '@repere/db': 'forbidden',
    '../../../api/app.ts': 'forbidden',
  },
}

/** Writes every file of the table, imports one per line, lints them with the project's own biome.json. */
async function lint(folder: string): Promise<Set<string>> {
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
  for (const [file, imports] of Object.entries(law)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    const lines = Object.keys(imports).map((path) => `import '${path}'`)
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  }
  const options = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none']
  const { stdout } = await run(join(root, 'node_modules/.bin/biome'), [...options, folder], {
    cwd: folder,
  }).catch((failure) => failure)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
  return new Set(diagnostics.map(({ location }) => `${location.path}:${location.start.line}`))
}

type Diagnostic = { location: { path: string; start: { line: number } } }

let folder: string
let refused: Set<string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'repere-imports-'))
  refused = await lint(folder)
}, 30_000)
afterAll(() => rmSync(folder, { recursive: true }))

for (const [file, imports] of Object.entries(law)) {
  test(`${file} imports what the architecture allows, and nothing else`, () => {
    const seen = Object.keys(imports).map((path, index) => [
      path,
      refused.has(`${file}:${index + 1}`) ? 'forbidden' : 'allowed',
    ])
    expect(Object.fromEntries(seen)).toEqual(imports)
  })
}

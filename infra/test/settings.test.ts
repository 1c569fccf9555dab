import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDemoWarning } from '../local/demo-logins.ts'
import { root } from '../local/run.ts'
import { readSettings } from '../local/settings.ts'
import { ownSettings } from './own-settings.ts'

const read = (env: NodeJS.ProcessEnv) => readSettings(env, '/clone')

test('nothing set: everything embedded, on localhost:3000, with the demo', () => {
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: '/clone/.data',
    uploadsDir: '/clone/.data/uploads',
    database: undefined,
    search: 'embedded',
    appOrigin: 'http://localhost:3000',
    appSecret: undefined,
    demo: true,
  })
})

test('another port moves the origin along', () => {
  expect(read({ PORT: '4100' })).toMatchObject({ port: 4100, appOrigin: 'http://localhost:4100' })
})

const external = { DATABASE_URL: 'postgres://app:x@db:5432/repere' }

test('an external database: no demo unless asked, and the owner is the same role unless named', () => {
  expect(read(external)).toMatchObject({
    demo: false,
    database: { appUrl: external.DATABASE_URL, ownerUrl: external.DATABASE_URL },
  })
  const owner = 'postgres://owner:y@db:5432/repere'
  expect(read({ ...external, MIGRATION_DATABASE_URL: owner, DEMO: '1' })).toMatchObject({
    demo: true,
    database: { ownerUrl: owner },
  })
})

test('a public origin or production turns the demo off by itself', () => {
  expect(read({ APP_ORIGIN: 'https://repere.example' }).demo).toBe(false)
  expect(read({ NODE_ENV: 'production' }).demo).toBe(false)
  expect(read({ DEMO: '0' }).demo).toBe(false)
})

test('search goes to Postgres on purpose, or to a Meilisearch of yours', () => {
  expect(read({ SEARCH_ENGINE: 'postgres', MEILI_URL: 'http://m:7700' }).search).toBe('postgres')
  expect(read({ MEILI_URL: 'http://m:7700/', MEILI_KEY: 'k' }).search).toEqual({
    url: 'http://m:7700',
    key: 'k',
  })
})

const wrong: [NodeJS.ProcessEnv, RegExp][] = [
  [{ PORT: 'http' }, /^PORT is "http": set it/],
  [{ PORT: '70000' }, /^PORT is "70000"/],
  [{ APP_ORIGIN: 'repere.example' }, /^APP_ORIGIN is "repere\.example"/],
  [{ APP_ORIGIN: 'https://repere.example/app' }, /^APP_ORIGIN .* without a path/],
  [{ APP_ORIGIN: 'ftp://repere.example' }, /^APP_ORIGIN/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL is not a Postgres address/],
  [{ DATABASE_URL: 'postgres://host-only' }, /^DATABASE_URL is not a Postgres address/],
  [
    { MIGRATION_DATABASE_URL: 'postgres://o@db/repere' },
    /^MIGRATION_DATABASE_URL is set without DATABASE_URL/,
  ],
  [{ SEARCH_ENGINE: 'elastic' }, /^SEARCH_ENGINE is "elastic": set it to meilisearch or postgres/],
  [{ MEILI_URL: 'localhost:7700' }, /^MEILI_URL is "localhost:7700"/],
  [{ MEILI_KEY: 'k' }, /^MEILI_KEY is set without MEILI_URL/],
  [{ SMTP_URL: 'mail.example' }, /^SMTP_URL is not a mail server/],
  [{ APP_SECRET: 'short' }, /^APP_SECRET is too short/],
  [{ ...external, NODE_ENV: 'production' }, /^APP_SECRET is missing/],
  [{ DEMO: 'yes' }, /^DEMO is "yes": set it to 1 or 0/],
  [{ DEMO: '1', APP_ORIGIN: 'https://repere.example' }, /^DEMO=1 is refused while APP_ORIGIN/],
  [{ DEMO: '1', NODE_ENV: 'production' }, /^DEMO=1 is refused with NODE_ENV=production/],
]
test.each(wrong)('%o stops the start with one sentence that names it', (env, sentence) => {
  expect(() => read(env)).toThrow(sentence)
  expect(() => read(env)).toThrow(/^[^\n]+\.$/)
})

test('no sentence repeats a password or a key', () => {
  const said: string[] = []
  for (const [env] of [...wrong, [{ DATABASE_URL: 'pg://a:hunter2@db/x', APP_SECRET: 'hunter2' }] as const]) {
    try {
      read(env)
    } catch (problem) {
      said.push(String(problem))
    }
  }
  expect(said.join()).not.toContain('hunter2')
})

test('a relative folder of files is meant from the clone, as the data folder is', () => {
  expect(read({ DATA_DIR: 'kept', UPLOADS_DIR: 'shared/files' })).toMatchObject({
    dataDir: '/clone/kept',
    uploadsDir: '/clone/shared/files',
  })
})

test('the tests forget every setting of .env.example, and each that the api reads stands there', () => {
  const config = readFileSync(join(root, 'api/config.ts'), 'utf8')
  const read = [...config.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name)
  expect(read).toContain('UPLOADS_DIR')
  expect(ownSettings()).toEqual(expect.arrayContaining(read.filter((name) => name !== 'NODE_ENV')))
})

test('a demo that other machines reach says so at the start, and one for this machine alone does not', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.20'])
    expect(openDemoWarning(read({ HOST }))).toContain(`HOST is ${HOST}: whoever reaches this machine`)
  for (const env of [{}, { HOST: 'localhost' }, { HOST: '::1' }, { HOST: '0.0.0.0', DEMO: '0' }])
    expect(openDemoWarning(read(env))).toBeUndefined()
})

import { expect, test } from 'vitest'
import { parseConfig } from './config.ts'

const good = { DATABASE_URL: 'postgres://app@127.0.0.1/repere', APP_SECRET: 'x'.repeat(32) }

test('the defaults are those of a first start', () => {
  expect(parseConfig(good)).toMatchObject({
    port: 3000,
    origin: 'http://localhost:3000',
    secure: false,
    demo: false,
  })
})

test.each([
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ['DATABASE_URL', { DATABASE_URL: '' }],
  ['APP_SECRET', { APP_SECRET: 'short' }],
  ['PORT', { PORT: 'eighty' }],
  ['SEARCH_ENGINE', { SEARCH_ENGINE: 'elastic' }],
  ['SMTP_URL', { SMTP_URL: 'mail.example' }],
  ['APP_ORIGIN', { APP_ORIGIN: 'repere.example' }],
  ['DEMO', { DEMO: 'yes' }],
  ['DEMO', { DEMO: '1', NODE_ENV: 'production' }],
  ['DEMO', { DEMO: '1', APP_ORIGIN: 'https://repere.example' }],
])('a wrong %s stops the start with one sentence that names it', (name, wrong) => {
  expect(() => parseConfig({ ...good, ...wrong })).toThrow(new RegExp(`^${name} [^.\n]+.*\\.$`))
})

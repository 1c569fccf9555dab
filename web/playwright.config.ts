import { defineConfig } from '@playwright/test'

/**
 * The journeys, in a real Chromium against the real product: `npm test` starts both and hands their addresses over.
 * Every journey makes its own accounts, so that order and company do not matter.
 */
const { REPERE_URL, PLAYWRIGHT_CHROMIUM, CHROMIUM_ARGS = '' } = process.env

export default defineConfig({
  testDir: 'e2e',
  globalTeardown: './e2e/readings.ts',
  fullyParallel: true,
  // One more than the smallest machine has cores: a journey spends a third of its time waiting for what it will see.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 7_000 },
  outputDir: 'test-results',
  use: {
    ...(REPERE_URL ? { baseURL: REPERE_URL } : {}),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A trace of every journey costs a third of the suite: `playwright test --trace on` records one when it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    launchOptions: {
      ...(PLAYWRIGHT_CHROMIUM ? { executablePath: PLAYWRIGHT_CHROMIUM } : {}),
      args: CHROMIUM_ARGS.split(' ').filter(Boolean),
    },
  },
})

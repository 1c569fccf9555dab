import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{db,search,api,infra}/**/*.test.ts', 'web/src/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.data/**', '**/.test/**'],
    globalSetup: ['infra/test/engines.ts'],
    // One per core of the smallest machine: the default leaves one of two idle.
    maxWorkers: 2,
    // A process runs one file after another: reading the whole program anew for each file took a third of a second a
    // file. What a test needs of its own, its database and its app, it makes itself.
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})

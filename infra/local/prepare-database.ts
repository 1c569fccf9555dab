import { migrateDatabase, roleWarning } from './databases.ts'
import type { PrepareOptions } from './prepare.ts'
import { seedDatabase } from './seed.ts'
import { say, step } from './steps.ts'

// A process of its own, begun by prepare.ts: what migrating and seeding need in memory goes when it ends.
process.once('disconnect', () => process.exit(1))
process.once('message', async ({ ownerUrl, appUrl, appSecret, demo }: PrepareOptions) => {
  try {
    const warning = roleWarning(ownerUrl, appUrl)
    if (warning) say(`          ${warning}`)
    await step(
      () => migrateDatabase(ownerUrl, appUrl),
      (done) => done,
    )
    await step(
      () => seedDatabase({ ownerUrl, appSecret, demo }),
      (done) => done,
    )
    process.exit(0)
  } catch (problem) {
    const { name, message, stack = message } = problem as Error
    process.send?.({ sentence: name === 'StopSentence' ? message : undefined, stack }, () => process.exit(1))
  }
})

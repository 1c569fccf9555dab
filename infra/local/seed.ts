import { createPasswords } from '@repere/api/sessions/service.ts'
import { createSealer, type Db } from '@repere/db'
import { refreshDemo, seedDemo } from '@repere/db/seeds/demo.ts'
import { seedReference } from '@repere/db/seeds/reference.ts'
import { withDatabase } from './databases.ts'
import type { PrepareOptions } from './prepare.ts'
import { seedDocuments } from './seed-documents.ts'

type SeedOptions = Pick<PrepareOptions, 'ownerUrl' | 'appSecret' | 'demo'>

/**
 * The reference catalogue at every start. With `demo`, the demo cast into an empty database; where the cast
 * already is, its calendars are confirmed again, so that the demo never ages. Says what was done.
 */
export async function seedDatabase({ ownerUrl, appSecret, demo }: SeedOptions): Promise<string> {
  return withDatabase(ownerUrl, async (db) => {
    await seedReference(db)
    if (!demo) return 'reference catalogue seeded'
    const seed = { now: new Date(), hashPassword: createPasswords().hash, sealer: createSealer(appSecret) }
    if (await isEmpty(db)) {
      await seedDemo(db, seed)
      await seedDocuments(db, { ...seed, ...demo })
      return 'reference catalogue and demo data seeded'
    }
    return (await refreshDemo(db, seed)) ? 'demo calendars confirmed again' : 'reference catalogue seeded'
  })
}

/** Demo people join nobody: they come first or not at all. */
async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).execute()).length === 0
}

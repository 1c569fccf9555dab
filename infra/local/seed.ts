import { seedReference } from '@repere/db/seeds/reference.ts'
import { withDatabase } from './databases.ts'

type SeedOptions = { ownerUrl: string; appSecret: string; demo: boolean }

/** The reference catalogue at every start; the demo cast too, when asked, into an empty database. Says what was done. */
export async function seedDatabase({ ownerUrl }: SeedOptions): Promise<string> {
  return withDatabase(ownerUrl, async (db) => {
    await seedReference(db)
    return 'reference catalogue seeded'
  })
}

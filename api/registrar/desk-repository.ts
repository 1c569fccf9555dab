import type { Db } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import { queueStateOn } from './credential-repository.ts'

/** What waits in a queue: how many, since when the oldest, and how many for longer than the aim. */
export interface Waiting {
  waiting: number
  oldest: Date | null
  late: number
}

const sums = (since: Expression<Date>, waits: Expression<SqlBool>, lateBefore: Date) => [
  sql<number>`count(*) filter (where ${waits})`.as('waiting'),
  sql<Date | null>`min(${since}) filter (where ${waits})`.as('oldest'),
  sql<number>`count(*) filter (where ${waits} and ${since} < ${lateBefore})`.as('late'),
]

/** Declarations that wait for a registrar. */
export const countCredentials = (db: Db, today: Day, lateBefore: Date): Promise<Waiting> =>
  db
    .selectFrom('credential')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'credential.id')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .where('coordinator.accountId', 'is not', null)
    .select(({ ref }) =>
      sums(ref('credential.declaredAt'), sql<boolean>`${queueStateOn(today)} = 'declared'`, lateBefore),
    )
    .executeTakeFirstOrThrow()

/** Companies that wait for a registrar, since they were last changed. */
export const countCompanies = (db: Db, lateBefore: Date): Promise<Waiting> =>
  db
    .selectFrom('company')
    .innerJoin('companyStanding as standing', 'standing.companyId', 'company.id')
    .innerJoin('account', 'account.id', 'company.accountId')
    .select(({ ref }) =>
      sums(ref('company.updatedAt'), sql<boolean>`standing.state = 'unverified'`, lateBefore),
    )
    .executeTakeFirstOrThrow()

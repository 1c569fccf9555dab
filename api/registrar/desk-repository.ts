import type { Db } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import { companyQueueState } from './company-repository.ts'
import { queueStateOn } from './credential-repository.ts'

/** What waits in a queue: how many, since when the oldest, and how many for longer than the aim. */
export interface Waiting {
  waiting: number
  oldest: Date | null
  late: number
  /** What waits for its owner's answer, and since when the longest. */
  asked: number
  longestAsked: Date | null
}

const sums = (
  since: Expression<Date>,
  { waits, asked }: Record<'waits' | 'asked', Expression<SqlBool>>,
  lateBefore: Date,
) => [
  sql<number>`count(*) filter (where ${waits})`.as('waiting'),
  sql<Date | null>`min(${since}) filter (where ${waits})`.as('oldest'),
  sql<number>`count(*) filter (where ${waits} and ${since} < ${lateBefore})`.as('late'),
  sql<number>`count(*) filter (where ${asked})`.as('asked'),
  sql<Date | null>`min(thread.asked_at) filter (where ${asked})`.as('longestAsked'),
]

/** Declarations that wait for a registrar. */
export const countCredentials = (db: Db, today: Day, lateBefore: Date): Promise<Waiting> =>
  db
    .selectFrom('credential')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'credential.id')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .leftJoin('inquiryStanding as thread', 'thread.credentialId', 'credential.id')
    .where('coordinator.accountId', 'is not', null)
    .select(({ ref }) =>
      sums(
        ref('credential.declaredAt'),
        {
          waits: sql<boolean>`${queueStateOn(today)} = 'declared'`,
          asked: sql<boolean>`${queueStateOn(today)} = 'asked'`,
        },
        lateBefore,
      ),
    )
    .executeTakeFirstOrThrow()

/** Companies that wait for a registrar, since they were last changed. */
export const countCompanies = (db: Db, lateBefore: Date): Promise<Waiting> =>
  db
    .selectFrom('company')
    .innerJoin('companyStanding as standing', 'standing.companyId', 'company.id')
    .innerJoin('account', 'account.id', 'company.accountId')
    .leftJoin('inquiryStanding as thread', 'thread.companyId', 'company.id')
    .select(({ ref }) =>
      sums(
        ref('company.updatedAt'),
        {
          waits: sql<boolean>`${companyQueueState} = 'unverified'`,
          asked: sql<boolean>`${companyQueueState} = 'asked'`,
        },
        lateBefore,
      ),
    )
    .executeTakeFirstOrThrow()

import type { Database, Db, Trx } from '@repere/db'
import type { CompanyDecision, CompanyState } from '@repere/db/vocabulary/company.ts'
import { type Selectable, sql } from 'kysely'
import { waitsForOwner } from './credential-repository.ts'

type CompanyRow = Selectable<Database['company']>

export type QueuedCompany = Pick<
  CompanyRow,
  | 'id'
  | 'legalName'
  | 'country'
  | 'registration'
  | 'agreement'
  | 'website'
  | 'contactName'
  | 'contactFunction'
  | 'createdAt'
  | 'updatedAt'
> & {
  state: CompanyState
  decidedAt: Date | null
  emailVerified: boolean
  /** Other companies under the same registration: several accounts of one house, or somebody's imitation. */
  sameRegistration: number
}

export interface PastCompanyDecision {
  decision: CompanyDecision
  country: string
  registration: string
  reason: string
  decidedAt: Date
}

/** The words of the queue: the states, and apart those unverified ones that wait for their owner. */
export type CompanyQueueState = CompanyState | 'asked'

/** The word of the queue that a company stands under. */
export const companyQueueState = sql<CompanyQueueState>`case
  when standing.state = 'unverified' and ${waitsForOwner} then 'asked'
  else standing.state end`

/** One page of companies in a state, the one that waited longest first. */
export const listCompanies = async (
  db: Db,
  { state, page, perPage }: { state: CompanyQueueState | undefined; page: number; perPage: number },
): Promise<{ items: QueuedCompany[]; total: number }> => {
  const rows = await selectCompanies(db)
    .select(sql<number>`count(*) over ()`.as('total'))
    .$if(state !== undefined, (query) => query.where(companyQueueState, '=', state as CompanyQueueState))
    .orderBy('company.updatedAt')
    .orderBy('company.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const [first] = rows
  const total = first
    ? first.total
    : page === 1
      ? 0
      : (await listCompanies(db, { state, page: 1, perPage: 1 })).total
  return { total, items: rows.map(({ total: _, ...item }) => item) }
}

export const findCompany = (db: Db | Trx, id: string): Promise<QueuedCompany | undefined> =>
  selectCompanies(db).where('company.id', '=', id).executeTakeFirst()

/** Locks a company against a change of what is being judged, and against another registrar. */
export const lockCompany = async (trx: Trx, id: string): Promise<QueuedCompany | undefined> => {
  await trx.selectFrom('company').select('id').where('id', '=', id).forUpdate().execute()
  return findCompany(trx, id)
}

const selectCompanies = (db: Db | Trx) =>
  db
    .selectFrom('company')
    .innerJoin('companyStanding as standing', 'standing.companyId', 'company.id')
    .innerJoin('account', 'account.id', 'company.accountId')
    .leftJoin('inquiryStanding as thread', 'thread.companyId', 'company.id')
    .select([
      'company.id',
      'company.legalName',
      'company.country',
      'company.registration',
      'company.agreement',
      'company.website',
      'company.contactName',
      'company.contactFunction',
      'company.createdAt',
      'company.updatedAt',
      'standing.state',
      'standing.decidedAt',
      sql<boolean>`account.email_verified_at is not null`.as('emailVerified'),
      sql<number>`(select count(*) from company other
        where other.id <> company.id and other.country = company.country and other.registration = company.registration)`.as(
        'sameRegistration',
      ),
    ])

/** Every decision on each company, newest first. */
export const listCompanyHistories = async (
  db: Db | Trx,
  companyIds: readonly string[],
): Promise<Map<string, PastCompanyDecision[]>> => {
  const histories = new Map<string, PastCompanyDecision[]>(companyIds.map((id) => [id, []]))
  if (companyIds.length === 0) return histories
  const rows = await db
    .selectFrom('companyDecision')
    .select(['companyId', 'decision', 'country', 'registration', 'reason', 'decidedAt'])
    .where('companyId', 'in', companyIds)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  for (const { companyId, ...past } of rows) histories.get(companyId)?.push(past)
  return histories
}

/** Keeps the decision together with what was judged: another registration is another question. */
export const insertCompanyDecision = async (
  trx: Trx,
  company: Pick<QueuedCompany, 'id' | 'country' | 'registration'>,
  decision: { decision: CompanyDecision; reason: string; decidedBy: string; decidedAt: Date },
): Promise<void> => {
  await trx
    .insertInto('companyDecision')
    .values({
      companyId: company.id,
      country: company.country,
      registration: company.registration,
      decision: decision.decision,
      reason: decision.reason,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt,
    })
    .execute()
}

/** Whom to tell of a decision, and in which language. */
export const findCompanyOwner = (db: Db | Trx, companyId: string) =>
  db
    .selectFrom('company')
    .innerJoin('account', 'account.id', 'company.accountId')
    .select(['account.id', 'account.email', 'account.displayName', 'account.locale', 'company.legalName'])
    .where('company.id', '=', companyId)
    .executeTakeFirst()

import type { Database, Db, Trx } from '@repere/db'
import type { Agreement } from '@repere/db/vocabulary/agreement.ts'
import type { CompanyState } from '@repere/db/vocabulary/company.ts'
import type { Selectable } from 'kysely'

/** What a production says of its company. */
export interface CompanyFields {
  legalName: string
  country: string
  registration: string
  agreement: Agreement
  website: string | null
  contactName: string
  contactFunction: string
  contactPhone: string | null
}

/** A company with its computed state and, for its owner, the last reason. */
export type Company = Selectable<Database['company']> & {
  state: CompanyState
  decidedAt: Date | null
  reason: string | null
}

/** The company of an account; one at most. */
export const findOwnCompany = (db: Db | Trx, accountId: string): Promise<Company | undefined> =>
  db
    .selectFrom('company')
    .innerJoin('companyStanding as standing', 'standing.companyId', 'company.id')
    .select(['company.id', 'company.accountId', 'company.legalName', 'company.country'])
    .select(['company.registration', 'company.agreement', 'company.website'])
    .select(['company.contactName', 'company.contactFunction', 'company.contactPhone'])
    .select(['company.createdAt', 'company.updatedAt'])
    .select(['company.registrationVersion', 'company.detailsVersion'])
    .select(['standing.state', 'standing.decidedAt', 'standing.reason'])
    .where('company.accountId', '=', accountId)
    .executeTakeFirst()

/** Where a company stands. */
export const findCompanyState = async (db: Db | Trx, companyId: string): Promise<CompanyState | undefined> =>
  (
    await db
      .selectFrom('companyStanding')
      .select('state')
      .where('companyId', '=', companyId)
      .executeTakeFirst()
  )?.state

/** Creates the account's company; a second one breaks `company_account_unique`. */
export const insertCompany = async (
  trx: Trx,
  accountId: string,
  fields: CompanyFields,
  now: Date,
): Promise<string> => {
  const { id } = await trx
    .insertInto('company')
    .values({ accountId, ...toColumns(fields), createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Locks the account's company, so that no decision is taken on what is being changed. */
export const lockOwnCompany = async (trx: Trx, accountId: string) => {
  await trx.selectFrom('company').select('id').where('accountId', '=', accountId).forUpdate().execute()
  return findOwnCompany(trx, accountId)
}

export const replaceCompany = async (
  trx: Trx,
  id: string,
  fields: CompanyFields,
  now: Date,
): Promise<void> => {
  await trx
    .updateTable('company')
    .set({ ...toColumns(fields), updatedAt: now })
    .where('id', '=', id)
    .execute()
}

const toColumns = (fields: CompanyFields): CompanyFields => ({
  legalName: fields.legalName,
  country: fields.country,
  registration: fields.registration,
  agreement: fields.agreement,
  website: fields.website,
  contactName: fields.contactName,
  contactFunction: fields.contactFunction,
  contactPhone: fields.contactPhone,
})

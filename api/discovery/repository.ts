import type { Db } from '@repere/db'

/** Whether the account speaks for a company that a registrar verified. */
export const hasVerifiedCompany = async (db: Db, accountId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('company')
    .innerJoin('companyStanding', 'companyStanding.companyId', 'company.id')
    .where('company.accountId', '=', accountId)
    .where('companyStanding.state', '=', 'verified')
    .select('company.id')
    .executeTakeFirst()
  return row !== undefined
}

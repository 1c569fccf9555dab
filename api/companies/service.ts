import type { Db, Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { recorderOf } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { readThreads, type Thread } from '../inquiries/service.ts'
import { refuse } from '../problem.ts'
import {
  type Company,
  type CompanyFields,
  findCompanyState,
  findOwnCompany,
  insertCompany,
  lockOwnCompany,
  replaceCompany,
} from './repository.ts'
import { type CompanyAct, canCompany } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'sealer'>

/** A company with what the registry asked about it. */
export type AskedCompany = Company & { thread: Thread | null }

/** The account's company, whatever its state. Refuses who has not described one. */
export const getOwnCompany = async (db: Db | Trx, accountId: string): Promise<Company> =>
  (await findOwnCompany(db, accountId)) ?? refuse('company-missing')

/** The gate before a first contact: the account's company, verified by a registrar and not suspended. */
export const getVerifiedCompany = async (db: Db | Trx, accountId: string): Promise<Company> => {
  const company = await findOwnCompany(db, accountId)
  return company && canCompany(company.state, 'ask') ? company : refuse('company-not-verified')
}

/** The gate before what a suspension stops between the two sides of a booking. */
export const refuseSuspended = async (db: Db | Trx, companyId: string, act: CompanyAct): Promise<void> => {
  const state = await findCompanyState(db, companyId)
  if (state && !canCompany(state, act)) refuse('company-suspended')
}

/** Whether a production reads what profiles keep for verified ones. */
export const isVerifiedProduction = async (
  db: Db,
  account: Pick<SignedIn, 'id' | 'role'> | null,
): Promise<boolean> =>
  account?.role === 'production' &&
  canCompany((await findOwnCompany(db, account.id))?.state ?? 'unverified', 'read-reserved')

/** The company for its own page: none described yet is nothing found. */
export const readCompany = async ({ db, sealer }: Stand, account: SignedIn): Promise<AskedCompany> =>
  withThread(sealer, db, (await findOwnCompany(db, account.id)) ?? refuse('company-not-found'))

/** Describes the account's company; the database refuses a second one. */
export const createCompany = (
  { db, clock }: Stand,
  account: SignedIn,
  fields: CompanyFields,
): Promise<AskedCompany> =>
  db.transaction().execute(async (trx) => {
    const id = await insertCompany(trx, account.id, fields, clock.now())
    await tell(trx, account, id, 'company.created', clock.now(), { country: fields.country })
    return { ...(await getOwnCompany(trx, account.id)), thread: null }
  })

/** Replaces what is said. Under another name or registration the company is unverified again, by the view that judges it. */
export const changeCompany = (
  { db, clock, sealer }: Stand,
  account: SignedIn,
  fields: CompanyFields,
): Promise<AskedCompany> =>
  db.transaction().execute(async (trx) => {
    const before = (await lockOwnCompany(trx, account.id)) ?? refuse('company-not-found')
    await replaceCompany(trx, before.id, fields, clock.now())
    const changed = (Object.keys(fields) as (keyof CompanyFields)[]).filter(
      (name) => fields[name] !== before[name],
    )
    const after = await getOwnCompany(trx, account.id)
    const facts = { changed, from: before.state, to: after.state }
    await tell(trx, account, before.id, 'company.changed', clock.now(), facts)
    return withThread(sealer, trx, after)
  })

const withThread = async (sealer: Deps['sealer'], db: Db | Trx, company: Company): Promise<AskedCompany> => ({
  ...company,
  thread: (await readThreads({ sealer }, db, 'company', [company])).get(company.id) ?? null,
})

const tell = recorderOf('production', 'company')

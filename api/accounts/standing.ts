import type { Trx } from '@repere/db'
import { record } from '../events/service.ts'

interface Standing {
  accountId: string
  registrarId: string
  reportId: string
  at: Date
}

/** Suspends an account: it signs in no more, shows nothing, and every session of it ends. */
export const suspendAccount = async (trx: Trx, standing: Standing): Promise<void> => {
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set((eb) => ({ state: 'suspended', sessionEpoch: eb('sessionEpoch', '+', 1) }))
    .where('id', '=', standing.accountId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  await trx.deleteFrom('session').where('accountId', '=', standing.accountId).execute()
  if (numUpdatedRows > 0n) await note(trx, 'account.suspended', standing)
}

/** Lets a suspended account sign in again; sessions that ended stay ended. */
export const restoreAccount = async (trx: Trx, standing: Standing): Promise<void> => {
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ state: 'active' })
    .where('id', '=', standing.accountId)
    .where('state', '=', 'suspended')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await note(trx, 'account.restored', standing)
}

const note = (trx: Trx, kind: string, { accountId, registrarId, reportId, at }: Standing): Promise<void> =>
  record(trx, {
    actor: { id: registrarId, role: 'registrar' },
    kind,
    subject: { kind: 'account', id: accountId },
    facts: { report: reportId },
    at,
  })

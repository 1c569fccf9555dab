import type { Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'

/** Credentials that end in a span of days and whose owners were not told of it yet: locked, so that one worker tells. */
export const lockEnding = (
  trx: Trx,
  { daysBefore, from, to }: { daysBefore: number; from: Day; to: Day },
  most: number,
) =>
  trx
    .selectFrom('credential')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'credential.id')
    .innerJoin('credentialType as type', 'type.code', 'credential.code')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .select([
      'credential.id',
      'type.nameFr',
      'type.nameEn',
      'account.id as accountId',
      'account.email',
      'account.locale',
      'standing.endsOn',
    ])
    .where('standing.endsOn', '>=', from)
    .where('standing.endsOn', '<=', to)
    .where('standing.standing', '<>', 'withdrawn')
    .where('standing.refused', '=', false)
    .where('account.state', '=', 'active')
    .where('account.emailVerifiedAt', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('expiryReminder as told')
            .select('told.credentialId')
            .whereRef('told.credentialId', '=', 'credential.id')
            .whereRef('told.endsOn', '=', 'standing.endsOn')
            .where('told.daysBefore', '=', daysBefore),
        ),
      ),
    )
    .orderBy('credential.id')
    .limit(most)
    .forUpdate('credential')
    .skipLocked()
    .execute()

/** Keeps that a person is told; false when another worker did so in the same moment. */
export const insertReminder = async (
  trx: Trx,
  reminder: { credentialId: string; endsOn: Day; daysBefore: number; sentAt: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('expiryReminder')
    .values({
      credentialId: reminder.credentialId,
      endsOn: reminder.endsOn,
      daysBefore: reminder.daysBefore,
      sentAt: reminder.sentAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

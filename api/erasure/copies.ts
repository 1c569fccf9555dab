import type { Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { withoutNames } from './rules.ts'

/** Takes the names of somebody erased out of every mail to others that is kept: sent, or about to be. */
export const withoutNamesInMails = async (
  { sealer }: Pick<Deps, 'sealer'>,
  trx: Trx,
  accountIds: readonly string[],
  names: readonly string[],
  instead: Record<Locale, string>,
): Promise<void> => {
  if (accountIds.length === 0) return
  const seal = sealer.forPurpose('mail')
  const mails = await trx
    .selectFrom('mail')
    .select(['id', 'locale', 'contentSealed'])
    .where('accountId', 'in', [...accountIds])
    .where('contentSealed', 'is not', null)
    .execute()
  for (const { id, locale, contentSealed } of mails) {
    if (!contentSealed) continue
    const content = JSON.parse(seal.open(contentSealed)) as Record<string, string>
    const cleaned = Object.fromEntries(
      Object.entries(content).map(([part, text]) => [part, withoutNames(text, names, instead[locale])]),
    )
    if (JSON.stringify(cleaned) === JSON.stringify(content)) continue
    await trx
      .updateTable('mail')
      .set({ contentSealed: seal.seal(JSON.stringify(cleaned)) })
      .where('id', '=', id)
      .execute()
  }
}

/** Forgets the answers others were given about these bookings: they hold names, contacts and descriptions. */
export const forgetAnswers = async (
  { sealer }: Pick<Deps, 'sealer'>,
  trx: Trx,
  accountIds: readonly string[],
  bookingIds: readonly string[],
): Promise<void> => {
  if (accountIds.length === 0) return
  const seal = sealer.forPurpose('idempotency')
  const rows = await trx
    .selectFrom('idempotency')
    .select(['accountId', 'operation', 'key', 'answerSealed'])
    .where('accountId', 'in', [...accountIds])
    .execute()
  for (const { accountId, operation, key, answerSealed } of rows) {
    const { id } = (JSON.parse(seal.open(answerSealed)) ?? {}) as { id?: string }
    if (!bookingIds.some((bookingId) => bookingId === id || operation.includes(bookingId))) continue
    await trx
      .deleteFrom('idempotency')
      .where('accountId', '=', accountId)
      .where('operation', '=', operation)
      .where('key', '=', key)
      .execute()
  }
}

import type { Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { foldLines, unfoldLines } from '../mail/calendar-lines.ts'
import type { Letter } from '../mail/letter.ts'
import { withoutNames } from './rules.ts'

type Content = Omit<Letter, 'template' | 'locale' | 'gist'>

/** All that a mail says, cleaned; a name in the calendar it carries may stand across two lines. */
const cleanedOf = (
  { subject, text, html, calendar, ...rest }: Content,
  clean: (text: string) => string,
): Content => ({
  ...rest,
  subject: clean(subject),
  text: clean(text),
  html: clean(html),
  ...(calendar && { calendar: { ...calendar, content: foldLines(clean(unfoldLines(calendar.content))) } }),
})

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
    const content = JSON.parse(seal.open(contentSealed)) as Content
    const cleaned = cleanedOf(content, (text) => withoutNames(text, names, instead[locale]))
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

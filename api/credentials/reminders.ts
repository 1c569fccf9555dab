import { addDays, type Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { credentialEnding } from '../mail/templates/credential-ending.ts'
import { notify } from '../notifications/service.ts'
import { insertReminder, lockEnding } from './reminder-repository.ts'
import { type ReminderSpan, reminderSpans } from './reminder-rules.ts'
import { badgeDay } from './service.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'mailer' | 'config' | 'sealer'>

const batch = 100

/** Tells owners of credentials that end in 60, 30 and 7 days, each once: the mail and its mark are kept together. */
export const remindOfEnds = async (deps: Stand): Promise<number> => {
  const now = deps.clock.now()
  let told = 0
  for (const span of reminderSpans)
    for (;;) {
      const count = await remindSome(deps, span, badgeDay(now), now)
      told += count
      if (count < batch) break
    }
  return told
}

const remindSome = (
  deps: Stand,
  { daysBefore, least, most }: ReminderSpan,
  today: Day,
  now: Date,
): Promise<number> =>
  deps.db.transaction().execute(async (trx) => {
    const span = { daysBefore, from: addDays(today, least), to: addDays(today, most) }
    const ending = await lockEnding(trx, span, batch)
    for (const { id, endsOn, accountId, email, locale, nameFr, nameEn } of ending) {
      if (endsOn === null) continue
      if (!(await insertReminder(trx, { credentialId: id, endsOn, daysBefore, sentAt: now }))) continue
      const write = (spoken: Locale) =>
        credentialEnding(deps.config.origin, spoken, {
          name: spoken === 'fr' ? nameFr : nameEn,
          endsOn,
          today,
        })
      await notify(deps, trx, [{ to: { id: accountId, email, locale }, kind: 'credentials', write }])
    }
    return ending.length
  })

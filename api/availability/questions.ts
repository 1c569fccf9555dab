import { dayIn } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { calendarQuestion } from '../mail/templates/calendar-question.ts'
import { notify } from '../notifications/service.ts'
import { keepAsked, listUnconfirmed } from './question-repository.ts'
import { askAfterDays, staleOn } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'mailer' | 'config' | 'sealer'>

const batch = 100
const dayMs = 86_400_000
const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Asks published people whose calendar nobody confirmed for a month whether it is still right; once a month at most.
 * The mail and the note that it left are kept together: a worker that dies in between asked nobody. Says how many.
 */
export const askWhetherRight = async (deps: Stand): Promise<number> => {
  const now = deps.clock.now()
  const before = new Date(now.getTime() - askAfterDays * dayMs)
  let asked = 0
  for (let after: string | undefined = firstId; after; ) {
    const page = await askSome(deps, { before, now, after })
    asked += page.asked
    after = page.last
  }
  return asked
}

const askSome = (
  deps: Stand,
  at: { before: Date; now: Date; after: string },
): Promise<{ asked: number; last: string | undefined }> =>
  deps.db.transaction().execute(async (trx) => {
    const people = await listUnconfirmed(trx, at, batch)
    if (people.length === 0) return { asked: 0, last: undefined }
    const ids = people.map(({ id }) => id)
    const asked = await keepAsked(trx, ids, at)
    const notices = people
      .filter(({ id }) => asked.has(id))
      .map(({ accountId, email, locale, timeZone, confirmedAt, knownUntil }) => {
        const confirmedOn = confirmedAt && dayIn(timeZone, confirmedAt)
        const facts = { confirmedOn, staleOn: confirmedOn && staleOn(confirmedOn), knownUntil }
        const today = dayIn(timeZone, at.now)
        const write = (spoken: Locale) => calendarQuestion(deps.config.origin, spoken, { ...facts, today })
        return { to: { id: accountId, email, locale }, kind: 'calendar' as const, write, bulk: true }
      })
    await notify(deps, trx, notices)
    return { asked: asked.size, last: people.length === batch ? ids.at(-1) : undefined }
  })

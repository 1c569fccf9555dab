import { dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { calendarQuestion } from '../mail/templates/calendar-question.ts'
import { keepAsked, listUnconfirmed } from './question-repository.ts'
import { askAfterDays, staleOn } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'mailer' | 'config'>

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
  { db, mailer, config }: Stand,
  at: { before: Date; now: Date; after: string },
): Promise<{ asked: number; last: string | undefined }> =>
  db.transaction().execute(async (trx) => {
    const people = await listUnconfirmed(trx, at, batch)
    if (people.length === 0) return { asked: 0, last: undefined }
    const ids = people.map(({ id }) => id)
    const asked = await keepAsked(trx, ids, at)
    const envelopes = people
      .filter(({ id }) => asked.has(id))
      .map(({ accountId, email, locale, timeZone, confirmedAt, knownUntil }) => {
        const confirmedOn = confirmedAt && dayIn(timeZone, confirmedAt)
        const facts = { confirmedOn, staleOn: confirmedOn && staleOn(confirmedOn), knownUntil }
        const letter = calendarQuestion(config.origin, locale, { ...facts, today: dayIn(timeZone, at.now) })
        return { to: email, accountId, letter, bulk: true }
      })
    await mailer.enqueueAll(trx, envelopes)
    return { asked: asked.size, last: people.length === batch ? ids.at(-1) : undefined }
  })

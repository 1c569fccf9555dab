import { createHash } from 'node:crypto'
import { addDays, dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { ensureProfile } from '../profiles/service.ts'
import { createToken, hashToken } from '../sessions/service.ts'
import { sayEntry } from './entries.ts'
import { type EntryRow, listFeedEntries } from './entry-repository.ts'
import {
  deleteFeed,
  type FeedChoice,
  findFeed,
  findFeedByToken,
  noteFeedRead,
  putFeed,
  updateFeed,
} from './feed-repository.ts'
import { findOwner } from './repository.ts'
import { statusOf } from './rules.ts'
import { recordBy } from './trail.ts'
import { writeFeed } from './writing.ts'

/** What is over stays in the feed for so long: programs drop what is no longer there. */
const keptDays = 90
const noteReadEveryMs = 600_000

/** One's own feed as it is set up. Its address is shown once, when it is made. */
export const readFeed = async ({ db }: Pick<Deps, 'db'>, account: SignedIn) => {
  const owner = await findOwner(db, account.id)
  return owner && findFeed(db, owner.id)
}

/** Makes an address, or a new one in place of the old, and answers it: nobody can be told it again. */
export const openFeed = async (
  { db, clock, config }: Pick<Deps, 'db' | 'clock' | 'config'>,
  account: SignedIn,
  choice: FeedChoice,
): Promise<string> => {
  const token = createToken()
  await db.transaction().execute(async (trx) => {
    const now = clock.now()
    const id = await ensureProfile(trx, account, now)
    await putFeed(trx, id, hashToken(token), choice, now)
    await recordBy(trx, account, { id, kind: 'calendar-feed.opened', facts: { ...choice }, at: now })
  })
  return `${config.origin}/calendars/${token}.ics`
}

/** Changes what the feed shows; its address stays. */
export const changeFeed = (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: SignedIn,
  choice: FeedChoice,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { id } = (await findOwner(trx, account.id)) ?? refuse('calendar-feed-not-found')
    if (!(await updateFeed(trx, id, choice))) refuse('calendar-feed-not-found')
    const facts = { ...choice }
    await recordBy(trx, account, { id, kind: 'calendar-feed.changed', facts, at: clock.now() })
  })

/** Takes the address away: from the next request on it leads nowhere. */
export const closeFeed = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, account: SignedIn): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { id } = (await findOwner(trx, account.id)) ?? refuse('calendar-feed-not-found')
    if (!(await deleteFeed(trx, id))) refuse('calendar-feed-not-found')
    await recordBy(trx, account, { id, kind: 'calendar-feed.closed', at: clock.now() })
  })

/** The calendar under a secret address, with a tag that changes when it does. */
export const serveFeed = async (
  { db, clock, config }: Pick<Deps, 'db' | 'clock' | 'config'>,
  file: string,
): Promise<{ content: string; tag: string }> => {
  const [, token] = /^([\w-]{43})\.ics$/.exec(file) ?? refuse('calendar-feed-not-found')
  const feed = (await findFeedByToken(db, hashToken(token ?? ''))) ?? refuse('calendar-feed-not-found')
  const now = clock.now()
  const since = addDays(dayIn(feed.timeZone, now), -keptDays)
  const rows = await listFeedEntries(db, feed.coordinatorId, { since, now, options: feed.options })
  if (!feed.lastReadAt || now.getTime() - feed.lastReadAt.getTime() > noteReadEveryMs)
    await noteFeedRead(db, feed.coordinatorId, now)
  const entries = rows.flatMap((row) => toEntry(row, feed))
  const content = writeFeed(entries, config.origin, feed.locale)
  return { content, tag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"` }
}

const toEntry = (row: EntryRow, { names, locale }: { names: boolean; locale: 'fr' | 'en' }) => {
  const status = statusOf(row.state)
  if (!status) return []
  const summary = sayEntry(status, locale, names ? row.legalName : undefined)
  const changedAt = row.confirmedAt ?? row.placedAt ?? row.requestedAt
  return [{ bookingId: row.id, days: row.days, status, sequence: row.version, changedAt, summary }]
}

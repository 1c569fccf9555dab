import type { Deps } from '../deps.ts'
import { morningMail } from '../mail/templates/morning-mail.ts'
import { openSaid } from './content.ts'
import {
  findReader,
  listKnownZones,
  listMornings,
  listWaitingCountries,
  takeWaiting,
  type Zones,
} from './digest-repository.ts'
import { isChosen } from './rules.ts'
import { withWayOut } from './way-out.ts'
import { usualZone, zoneOfCountry } from './zone-rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'mailer' | 'sealer' | 'config'>

const batch = 100

/**
 * One mail a day, at eight o’clock where its reader lives, with what they chose to hear of in the morning and have not
 * seen; none when there is nothing. The mail and the mark on what it tells are kept together: a worker that stopped for
 * days writes one mail, and two at once never write two. Says how many mails were written.
 */
export const sendMornings = async (deps: Stand): Promise<number> => {
  const now = deps.clock.now()
  const zones = await zonesOfWaiting(deps)
  let sent = 0
  for (;;) {
    const due = await listMornings(deps.db, now, zones, batch)
    for (const { id, until } of due) sent += (await sendOne(deps, id, until, now)) ? 1 : 0
    if (due.length < batch) return sent
  }
}

const zonesOfWaiting = async ({ db }: Stand): Promise<Zones> => {
  const countries = (await listWaitingCountries(db)).flatMap((country) => {
    const zone = zoneOfCountry(country)
    return zone && zone !== usualZone ? [[country, zone] as const] : []
  })
  const known = await listKnownZones(
    db,
    countries.map(([, zone]) => zone),
  )
  return Object.fromEntries(countries.filter(([, zone]) => known.includes(zone)))
}

const sendOne = (deps: Stand, accountId: string, until: Date, now: Date): Promise<boolean> =>
  deps.db.transaction().execute(async (trx) => {
    const waiting = await takeWaiting(trx, accountId, until, now)
    const reader = await findReader(trx, accountId)
    if (waiting.length === 0 || !reader) return false
    const { email, locale, displayName, kinds } = reader
    const told = waiting
      .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
      .map(({ kind, contentSealed }) => ({ kind, title: openSaid(deps.sealer, contentSealed)[locale].title }))
    const letter = morningMail(deps.config.origin, locale, { name: displayName, told })
    const way = {
      accountId,
      locale,
      kinds: [...new Set([...kinds, ...told.map(({ kind }) => kind).filter(isChosen)])],
      from: 'digest' as const,
    }
    await deps.mailer.enqueue(trx, { to: email, accountId, letter: withWayOut(deps, letter, way) })
    return true
  })

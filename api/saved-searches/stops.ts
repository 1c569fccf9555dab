import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { pageUrl } from '../mail/letter.ts'
import { refuse } from '../problem.ts'
import type { StopShape } from './contract.ts'
import { findOwn, type SavedSearchRow, updateOwn } from './repository.ts'
import { openRow, readCatalogueNames } from './view.ts'

type Stand = Pick<Deps, 'db' | 'sealer' | 'clock'>

/** Whose news of which search end by a link. */
interface Stop {
  accountId: string
  id: string
}

const sealOf = (sealer: Deps['sealer']) => sealer.forPurpose('saved-search-stop')

/** What the link beside a search in a mail holds: sealed, and good without signing in. */
export const toStopToken = (sealer: Deps['sealer'], stop: Stop): string =>
  sealOf(sealer).seal(JSON.stringify(stop)).toString('base64url')

/** The page with the button. */
export const stopPage = (origin: string, locale: Locale, token: string): string =>
  pageUrl(origin, locale, `/unsubscribe/search/${token}`)

/** What a link would end, as it stands. */
export const readStop = async (deps: Stand, token: string): Promise<StopShape> => {
  const stop = readToken(deps.sealer, token)
  return toShape(deps, stop && (await findOwn(deps.db, stop.accountId, stop.id)))
}

/** No more news of it: it is paused. Doing it twice changes nothing. */
export const stop = (deps: Stand, token: string): Promise<StopShape> => pause(deps, token, deps.clock.now())

/** Undoes it. */
export const resume = (deps: Stand, token: string): Promise<StopShape> => pause(deps, token, null)

const pause = async (deps: Stand, token: string, pausedAt: Date | null): Promise<StopShape> => {
  const stop = readToken(deps.sealer, token)
  return toShape(deps, stop && (await updateOwn(deps.db, stop.accountId, stop.id, { pausedAt })))
}

const toShape = async (deps: Stand, row: SavedSearchRow | undefined): Promise<StopShape> => {
  if (!row) return refuse('unsubscription-not-found')
  const { name, title } = openRow(deps, row, await readCatalogueNames(deps.db))
  return { title: name ? { fr: name, en: name } : title, stopped: row.pausedAt !== null }
}

/** Undefined when it is none of ours, letter for letter: a decoder overlooks what is no sign of its alphabet. */
const readToken = (sealer: Deps['sealer'], token: string): Stop | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') !== token) return undefined
  try {
    return JSON.parse(sealOf(sealer).open(bytes))
  } catch {
    return undefined
  }
}

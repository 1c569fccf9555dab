import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { pageUrl } from '../mail/letter.ts'
import { refuse } from '../problem.ts'
import type { StopShape } from './contract.ts'
import { findOwn, type SavedSearchRow, updateOwn } from './repository.ts'
import { openRow, readCatalogueNames, titleOf } from './view.ts'

type Stand = Pick<Deps, 'db' | 'sealer' | 'clock'>

/** Whose news of which search end by a link, and what the mail around it called the search. */
interface Stop {
  accountId: string
  id: string
  title: Title
}

type Title = Record<Locale, string>

/** What a link holds of it: of the title a digest, so that the page can tell whether it is still the one of the mail. */
interface Sealed {
  accountId: string
  id: string
  /** Absent in links sent before it was held. */
  titleDigest?: string
}

const digestOf = (sealer: Deps['sealer'], { fr, en }: Title): string =>
  sealer.digest('saved-search-stop', JSON.stringify([fr, en]))

const sealOf = (sealer: Deps['sealer']) => sealer.forPurpose('saved-search-stop')

/** What the link beside a search in a mail holds: sealed, and good without signing in. */
export const toStopToken = (sealer: Deps['sealer'], { accountId, id, title }: Stop): string => {
  const sealed: Sealed = { accountId, id, titleDigest: digestOf(sealer, title) }
  return sealOf(sealer).seal(JSON.stringify(sealed)).toString('base64url')
}

/** The page with the button. */
export const stopPage = (origin: string, locale: Locale, token: string): string =>
  pageUrl(origin, locale, `/unsubscribe/search/${token}`)

/** What a link would end, as it stands. */
export const readStop = async (deps: Stand, token: string): Promise<StopShape> => {
  const stop = readToken(deps.sealer, token)
  return toShape(deps, stop, stop && (await findOwn(deps.db, stop.accountId, stop.id)))
}

/** No more news of it: it is paused. Doing it twice changes nothing. */
export const stop = (deps: Stand, token: string): Promise<StopShape> => pause(deps, token, deps.clock.now())

/** Undoes it. */
export const resume = (deps: Stand, token: string): Promise<StopShape> => pause(deps, token, null)

const pause = async (deps: Stand, token: string, pausedAt: Date | null): Promise<StopShape> => {
  const stop = readToken(deps.sealer, token)
  return toShape(deps, stop, stop && (await updateOwn(deps.db, stop.accountId, stop.id, { pausedAt })))
}

/** A mail is passed on, and its link is good without signing in: a name given since is said to nobody by it. */
const toShape = async (
  deps: Stand,
  stop: Sealed | undefined,
  row: SavedSearchRow | undefined,
): Promise<StopShape> => {
  if (!stop || !row) return refuse('unsubscription-not-found')
  const title = titleOf(openRow(deps, row, await readCatalogueNames(deps.db)))
  const isOfMail = digestOf(deps.sealer, title) === stop.titleDigest
  return { title: isOfMail ? title : null, stopped: row.pausedAt !== null }
}

/** Undefined when it is none of ours, letter for letter: a decoder overlooks what is no sign of its alphabet. */
const readToken = (sealer: Deps['sealer'], token: string): Sealed | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') !== token) return undefined
  try {
    return JSON.parse(sealOf(sealer).open(bytes))
  } catch {
    return undefined
  }
}

import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { ChosenKind, Delivery } from '@repere/db/vocabulary/notice.ts'
import type { Deps } from '../deps.ts'
import { type Letter, pageUrl, withFootLink } from '../mail/letter.ts'

/** Whose mails of which kinds end, and how they came until then. */
export interface WayOut {
  accountId: string
  kinds: ChosenKind[]
  from: Exclude<Delivery, 'app'>
  /** In which language the page opens. */
  locale: Locale
}

const label = {
  fr: 'Ne plus recevoir ce genre de courriel',
  en: 'Stop receiving this kind of mail',
}

/** What the link in a mail holds: sealed, so that nobody makes one up, and good without signing in. */
export const toToken = (sealer: Deps['sealer'], way: WayOut): string =>
  sealer.forPurpose('unsubscribe').seal(JSON.stringify(way)).toString('base64url')

/**
 * What a token stands for; undefined when it is none of ours. The decoder overlooks what is no sign of its alphabet:
 * letter for letter it must be ours, since it goes into the address of a page.
 */
export const readToken = (sealer: Deps['sealer'], token: string): WayOut | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') !== token) return undefined
  try {
    return JSON.parse(sealer.forPurpose('unsubscribe').open(bytes))
  } catch {
    return undefined
  }
}

/** The same letter with a way to have no more of its kind: a page with a button, and an address for mail programs. */
export const withWayOut = (
  { config, sealer }: Pick<Deps, 'config' | 'sealer'>,
  letter: Letter,
  way: WayOut,
): Letter => {
  const token = toToken(sealer, way)
  return {
    ...withFootLink(letter, label[letter.locale], pageOf(config.origin, way.locale, token)),
    unsubscribe: `${config.origin}/api/unsubscriptions/${token}`,
  }
}

/** The page with the button. */
export const pageOf = (origin: string, locale: Locale, token: string): string =>
  pageUrl(origin, locale, `/unsubscribe/${token}`)

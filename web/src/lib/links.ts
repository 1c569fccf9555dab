import type { Locale } from '@repere/api/client.ts'
import { getLocale } from '#lib/paraglide/runtime.js'

/** French pages stand at the root, English ones under `/en`. */
const english = /^\/en(?=[/?#]|$)/

/** The language of an address. */
export const localeOf = (path: string): Locale => (english.test(path) ? 'en' : 'fr')

/** An address of ours without its language. */
const withoutLocale = (href: string): string => {
  const rest = href.replace(english, '')
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** The same page in a language; an address that begins like that of another site (`/en//elsewhere`) stays here. */
export const inLocale = (href: string, locale: Locale): string => {
  const plain = withoutLocale(href).replace(/^[/\\]+/, '/')
  return locale === 'en' ? `/en${plain.replace(/^\/(?=[?#]|$)/, '')}` : plain
}

/** The address of a page in the reader's language: `to('/coordinators?q=x')`. Every link of ours goes through it. */
export const to = (href: string): string => inLocale(href, getLocale())

/** An address without its language, to compare with the names in the tree. */
export const plainPath = (path: string): string => withoutLocale(path).split(/[?#]/)[0] ?? '/'

/** An address as the frame of a page says it again, several times: without its query where that goes on for ever. */
export const addressHere = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string =>
  search.length > 2_000 ? pathname : pathname + search

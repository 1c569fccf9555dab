import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Currency } from '@repere/db/vocabulary/rate.ts'

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }

/** « 1 250 € », “€1,250”; cents only where there are any. */
export const sayMoney = (locale: Locale, cents: number, currency: Currency): string =>
  new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(cents / 100)

/** Whole percents: « 25 % », “25%”. */
export const sayPercent = (locale: Locale, percent: number): string =>
  `${percent}${locale === 'fr' ? '\u202f%' : '%'}`

/** « 732 829 320 00074 »: a SIRET as it is read aloud. */
export const saySiret = (digits: string): string =>
  digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')

/** « Belgique », “Belgium”. */
export const sayCountry = (locale: Locale, code: string): string =>
  new Intl.DisplayNames(tags[locale], { type: 'region' }).of(code) ?? code

/** « “Nuits blanches” » in the marks of the language. */
export const quote = (locale: Locale, text: string): string =>
  locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`

/** The first letter large, the rest as it is. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

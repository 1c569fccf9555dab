import type { Locale } from '@repere/api/client.ts'
import { nbsp, thinSpace } from './names.ts'

/** « 12 345 », “12,345”. */
export const formatNumber = (value: number, locale: Locale): string => {
  const [whole = '', rest] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'fr' ? thinSpace : ',')
  return rest === undefined ? grouped : `${grouped}${locale === 'fr' ? ',' : '.'}${rest}`
}

const signs: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' }

/** Money from cents: « 380 € », “€380”; a currency without a usual sign by its code. */
export function formatMoney(cents: number, currency: string, locale: Locale): string {
  const amount = cents / 100
  const [whole = '', rest = ''] = amount.toFixed(2).split('.')
  const figures =
    formatNumber(Number(whole), locale) + (rest === '00' ? '' : `${locale === 'fr' ? ',' : '.'}${rest}`)
  const sign = signs[currency]
  if (sign === undefined) return `${figures}${nbsp}${currency}`
  return locale === 'fr' ? `${figures}${nbsp}${sign}` : `${sign}${figures}`
}

/** An ordinal in two parts, the second to be raised: 1 → `['1', 're']` for an option, `['2', 'e']`; English 1st, 2nd. */
export function ordinalParts(
  rank: number,
  locale: Locale,
  gender: 'feminine' | 'masculine' = 'feminine',
): readonly [string, string] {
  if (locale === 'fr') return [String(rank), rank === 1 ? (gender === 'feminine' ? 're' : 'er') : 'e']
  const tens = rank % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')
  return [String(rank), ending]
}

/** The same in one word: « 1re », “2nd”. */
export const ordinal = (
  rank: number,
  locale: Locale,
  gender: 'feminine' | 'masculine' = 'feminine',
): string => ordinalParts(rank, locale, gender).join('')

import type { Locale } from '@repere/db/vocabulary/locale.ts'

/** What stands in mails to others where a name stood. */
export const namelessWords: Record<'coordinator' | 'production', Record<Locale, string>> = {
  coordinator: {
    fr: 'La personne demandée (compte effacé)',
    en: 'The person asked (account erased)',
  },
  production: { fr: 'La production (compte effacé)', en: 'The production (account erased)' },
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const asHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
const asCalendar = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&')
const asPattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A text without these names, each replaced as a whole word, plain or as HTML and calendars write it. The longest go first, so that
 * a surname inside a full name leaves no half of it behind.
 */
export const withoutNames = (text: string, names: readonly string[], instead: string): string => {
  const known = [...new Set(names.flatMap((name) => [name, asHtml(name), asCalendar(name)]))].filter((name) =>
    name.trim(),
  )
  if (known.length === 0) return text
  const any = known
    .toSorted((one, other) => other.length - one.length)
    .map(asPattern)
    .join('|')
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'), () => instead)
}

/** Whether what was typed is the address of the account: without case and the spaces around it. */
export const isConfirmed = (typed: string, email: string): boolean => typed.trim().toLowerCase() === email

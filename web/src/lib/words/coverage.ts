import type { DayState, Locale } from '@repere/api/client.ts'
import { nbsp } from '#lib/dates/names.ts'

const wordFor: Record<Locale, Record<DayState, [one: string, many: string]>> = {
  fr: {
    free: ['libre', 'libres'],
    option: ['en option', 'en option'],
    unavailable: ['pris', 'pris'],
    unknown: ['inconnu', 'inconnus'],
  },
  en: {
    free: ['free', 'free'],
    option: ['on hold', 'on hold'],
    unavailable: ['taken', 'taken'],
    unknown: ['unknown', 'unknown'],
  },
}

/** What a person's days say of the days asked: « Libre les 9 jours », « 7 libres, 2 en option ». Empty for no day. */
export function coverageText(states: readonly DayState[], locale: Locale): string {
  if (states.length === 0) return ''
  const counts = (['free', 'option', 'unavailable', 'unknown'] as const)
    .map((state) => ({ state, count: states.filter((other) => other === state).length }))
    .filter(({ count }) => count > 0)
  if (counts.length === 1 && counts[0]?.state === 'free') return allFree(states.length, locale)
  const texts = counts.map(
    ({ state, count }) => `${count}${nbsp}${wordFor[locale][state][count > 1 ? 1 : 0]}`,
  )
  return texts.join(', ')
}

function allFree(count: number, locale: Locale): string {
  if (count === 1) return locale === 'fr' ? 'Libre ce jour-là' : 'Free on that day'
  return locale === 'fr' ? `Libre les${nbsp}${count}${nbsp}jours` : `Free on all${nbsp}${count}${nbsp}days`
}

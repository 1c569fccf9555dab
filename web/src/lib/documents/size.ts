import type { Locale } from '@repere/api/client.ts'

/** A file's size, as people say it: « 240 ko », « 1,2 Mo ». */
export function formatSize(bytes: number, locale: Locale): string {
  const large = bytes >= 1_000_000
  const figure = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1_000))
  const unit = locale === 'fr' ? (large ? 'Mo' : 'ko') : large ? 'MB' : 'kB'
  return `${figure}\u00a0${unit}`
}

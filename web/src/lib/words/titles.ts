import type { Locale } from '@repere/api/client.ts'

const french: readonly [RegExp, string][] = [
  [/^coord\S* d[’'](?:intimité|intimite)$/i, 'Intimacy coordinator'],
  [/^coordonn\S* de l[’']intimité$/i, 'Intimacy coordinator'],
  [/^direct\S* d[’']intimité$/i, 'Intimacy director'],
  [/^coord\S* ou coord\S* d[’']intimité$/i, 'Intimacy coordinator'],
  [/^coord\S* (?:ou coord\S* )?d[’']éco-?production$/i, 'Eco-production coordinator'],
  [
    /^coord\S* (?:ou coord\S* )?d[’']intimité et d[’']éco-?production$/i,
    'Intimacy and eco-production coordinator',
  ],
  [/^responsable d[’']éco-?production$/i, 'Head of eco-production'],
]

/**
 * A person's title in the reader's language: the form they chose, with a capital. The usual French forms have an
 * English word; any other stays as its owner wrote it.
 */
export function titleIn(titleForm: string, locale: Locale): string {
  const english = locale === 'en' ? french.find(([form]) => form.test(titleForm.trim()))?.[1] : undefined
  const title = english ?? titleForm
  return title.charAt(0).toLocaleUpperCase('fr') + title.slice(1)
}

import { type Locale, languages, regions } from '@repere/api/client.ts'

const byCode = <Entry extends { code: string }>(entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.code, entry]))

const regionsByCode = byCode(regions)
const languagesByCode = byCode(languages)

/** A region's name in the reader's language; an unknown code stays a code. */
export function regionName(code: string, locale: Locale): string {
  const region = regionsByCode.get(code)
  if (!region) return code
  return (locale === 'fr' ? region.nameFr : region.nameEn).replaceAll("'", '’')
}

/** A language's name in the reader's language; small letters in French, as French writes them. */
export function languageName(code: string, locale: Locale): string {
  const language = languagesByCode.get(code)
  if (!language) return code
  return locale === 'fr' ? language.nameFr : language.nameEn
}

/** The same where space is short: a sign language by its letters, « LSF ». */
export const shortLanguageName = (code: string, locale: Locale): string =>
  /\((\w+)\)$/.exec(languageName(code, locale))?.[1] ?? languageName(code, locale)

// French prepositions follow gender and number, which no rule derives; « en » is right for all others.
const inFrench: Record<string, string> = {
  'FR-NOR': 'en Normandie',
  'FR-CVL': 'en Centre-Val de Loire',
  'FR-GES': 'dans le Grand Est',
  'FR-HDF': 'dans les Hauts-de-France',
  'FR-PDL': 'en Pays de la Loire',
  'FR-20R': 'en Corse',
  'FR-971': 'en Guadeloupe',
  'FR-972': 'en Martinique',
  'FR-973': 'en Guyane',
  'FR-974': 'à La Réunion',
  'FR-976': 'à Mayotte',
  'BE-BRU': 'à Bruxelles',
  LU: 'au Luxembourg',
  MC: 'à Monaco',
  PT: 'au Portugal',
  NL: 'aux Pays-Bas',
  GB: 'au Royaume-Uni',
  US: 'aux États-Unis',
  CA: 'au Canada (hors Québec)',
  DK: 'au Danemark',
  'CA-QC': 'au Québec',
  MA: 'au Maroc',
}

const inEnglish: Record<string, string> = {
  'FR-IDF': 'in Greater Paris',
  GB: 'in the United Kingdom',
  NL: 'in the Netherlands',
  US: 'in the United States',
}

/** « en Bretagne », « dans les Hauts-de-France », "in Brittany". */
export const inRegion = (code: string, locale: Locale): string =>
  locale === 'fr'
    ? (inFrench[code] ?? `en ${regionName(code, 'fr')}`)
    : (inEnglish[code] ?? `in ${regionName(code, 'en')}`)

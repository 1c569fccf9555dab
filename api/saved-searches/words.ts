import { type Day, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import { languages } from '@repere/db/vocabulary/language.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { regions } from '@repere/db/vocabulary/region.ts'
import { readDaysOf } from '@repere/search'
import { sayDays } from '../documents/service.ts'

/** The names of codes that the catalogue alone knows. */
export type CatalogueNames = ReadonlyMap<string, Record<Locale, string>>

const or: Record<Locale, string> = { fr: ' ou ', en: ' or ' }

const professions: Record<Locale, Record<Discipline | 'any', string>> = {
  fr: {
    intimacy: 'Coordination d’intimité',
    'eco-production': 'Coordination d’écoproduction',
    any: 'Les deux métiers',
  },
  en: {
    intimacy: 'Intimacy coordination',
    'eco-production': 'Eco-production coordination',
    any: 'Both professions',
  },
}

const evidence: Record<Locale, Record<string, string>> = {
  fr: {
    declared: 'titre déclaré',
    'document-seen': 'document vu',
    confirmed: 'confirmé par l’émetteur',
  },
  en: { declared: 'declared credential', 'document-seen': 'document seen', confirmed: 'confirmed by issuer' },
}

const availability: Record<Locale, Record<string, string>> = {
  fr: { optionable: 'options comprises', some: 'certains jours au moins', any: 'libres ou non' },
  en: { optionable: 'holds included', some: 'some of the days at least', any: 'free or not' },
}

/**
 * What a kept search asks for, in words: « Coordination d’intimité, Bretagne, du 8 au 12 mars 2027 ». Days that are past
 * are said, too.
 */
export const sayQuery = (canonical: string, names: CatalogueNames, locale: Locale): string => {
  const query = new URLSearchParams(canonical)
  const q = query.get('q')
  const asked = readDaysOf(query)
  const days: Day[] = Array.isArray(asked) ? asked : daysOf([asked])
  const listed = (name: string, say: (code: string) => string) => query.getAll(name).map(say).join(or[locale])
  const catalogue = (code: string) => names.get(code)?.[locale] ?? code
  const parts = [
    professions[locale][(query.get('discipline') as Discipline | null) ?? 'any'],
    q && (locale === 'fr' ? `«\u00a0${q}\u00a0»` : `“${q}”`),
    listed('region', (code) => regionName(code, locale)),
    listed('credential', catalogue),
    listed('credentialState', (state) => evidence[locale][state] ?? state),
    listed('language', (code) => languageName(code, locale)),
    listed('specialism', catalogue),
    days.length > 0 && sayDays(locale, days),
    listed('availability', (mode) => availability[locale][mode] ?? mode),
  ]
  return parts.filter(Boolean).join(', ')
}

const nameIn = (row: { nameFr: string; nameEn: string } | undefined, code: string, locale: Locale) =>
  (locale === 'fr' ? row?.nameFr : row?.nameEn) ?? code

const regionName = (code: string, locale: Locale) =>
  nameIn(
    regions.find((region) => region.code === code),
    code,
    locale,
  ).replaceAll("'", '’')

const languageName = (code: string, locale: Locale) =>
  nameIn(
    languages.find((language) => language.code === code),
    code,
    locale,
  )

import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type RegionCode, regions } from '@repere/db/vocabulary/region.ts'

/** What a list says of somebody beside name and address. */
export interface ListedFacts {
  disciplines: readonly Discipline[]
  regions: readonly RegionCode[]
  title: string
  headline: string
}

const labels: Record<Locale, Record<keyof ListedFacts, string>> = {
  fr: {
    disciplines: 'Métier',
    regions: 'Régions',
    title: 'Intitulé',
    headline: 'Présentation',
  },
  en: {
    disciplines: 'Work',
    regions: 'Regions',
    title: 'Title',
    headline: 'Headline',
  },
}

const disciplineNames: Record<Locale, Record<Discipline, string>> = {
  fr: { intimacy: 'coordination d’intimité', 'eco-production': 'coordination d’éco-production' },
  en: { intimacy: 'intimacy coordination', 'eco-production': 'eco-production coordination' },
}

/** What a list says of somebody, in words: only what it says. */
export const describeListed = (locale: Locale, facts: ListedFacts): (readonly [string, string])[] => {
  const name = locale === 'fr' ? 'nameFr' : 'nameEn'
  const words: Record<keyof ListedFacts, string> = {
    disciplines: facts.disciplines.map((word) => disciplineNames[locale][word]).join(', '),
    title: facts.title,
    regions: facts.regions
      .map((code) => regions.find((region) => region.code === code)?.[name] ?? code)
      .join(', '),
    headline: facts.headline,
  }
  return (Object.keys(words) as (keyof ListedFacts)[])
    .filter((field) => words[field] !== '')
    .map((field) => [labels[locale][field], words[field]])
}

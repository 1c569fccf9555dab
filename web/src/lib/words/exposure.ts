import type { ExposureFacet, Locale } from '@repere/api/client.ts'
import { credentialStateNames } from './credentials.ts'
import type { Labels } from './words.ts'

/** By what the first places are measured. */
export const exposureFacetNames: Labels<ExposureFacet> = {
  fr: { discipline: 'Métier', region: 'Région', language: 'Langue', evidence: 'Meilleure preuve' },
  en: { discipline: 'Profession', region: 'Region', language: 'Language', evidence: 'Best evidence' },
}

const none: Record<Locale, string> = { fr: 'aucun titre en vigueur', en: 'no credential in force' }

/** The best credential of somebody, or that there is none. */
export const evidenceName = (value: string, locale: Locale): string =>
  value === 'confirmed' || value === 'document-seen' || value === 'declared'
    ? credentialStateNames[locale][value]
    : none[locale]

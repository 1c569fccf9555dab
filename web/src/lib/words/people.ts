import type { Audience, LanguageLevel, Mentoring, Role } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Who sees a field. */
export const audienceNames: Labels<Audience> = {
  fr: {
    public: 'Public',
    'verified-productions': 'Sociétés vérifiées',
    'after-acceptance': 'Après acceptation',
    'only-me': 'Moi seul',
  },
  en: {
    public: 'Public',
    'verified-productions': 'Verified companies',
    'after-acceptance': 'After acceptance',
    'only-me': 'Only me',
  },
}

/** Taking somebody along. */
export const mentoringNames: Labels<Mentoring> = {
  fr: {
    none: 'Non précisé',
    'takes-shadows': 'Accueille une personne en formation',
    'seeks-lead': 'Cherche une personne à suivre',
  },
  en: {
    none: 'Not stated',
    'takes-shadows': 'Welcomes a trainee',
    'seeks-lead': 'Looks for a lead to follow',
  },
}

/** How well a language is spoken. */
export const languageLevelNames: Labels<LanguageLevel> = {
  fr: {
    native: 'langue maternelle',
    C2: 'C2',
    C1: 'C1',
    B2: 'B2',
    B1: 'B1',
    A2: 'A2',
    A1: 'A1',
  },
  en: {
    native: 'native',
    C2: 'C2',
    C1: 'C1',
    B2: 'B2',
    B1: 'B1',
    A2: 'A2',
    A1: 'A1',
  },
}

/** What an account is, told to whom it belongs. */
export const accountNames: Labels<Role> = {
  fr: {
    coordinator: 'compte de coordination',
    production: 'compte de production',
    registrar: 'compte du registre',
  },
  en: { coordinator: 'coordinator account', production: 'production account', registrar: 'registry account' },
}

/** Roles of accounts. */
export const roleNames: Labels<Role> = {
  fr: {
    coordinator: 'Coordination',
    production: 'Production',
    registrar: 'Registre',
  },
  en: {
    coordinator: 'Coordinator',
    production: 'Production',
    registrar: 'Registrar',
  },
}

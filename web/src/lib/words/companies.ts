import type { CompanyDecision, CompanyState } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Standing of a company. */
export const companyStateNames: Labels<CompanyState> = {
  fr: {
    unverified: 'à vérifier',
    verified: 'vérifiée',
    refused: 'refusée',
    suspended: 'suspendue',
  },
  en: {
    unverified: 'to be verified',
    verified: 'verified',
    refused: 'refused',
    suspended: 'suspended',
  },
}

/** What a registrar decides. */
export const companyDecisionNames: Labels<CompanyDecision> = {
  fr: {
    verify: 'Vérifier',
    refuse: 'Refuser',
    suspend: 'Suspendre',
    restore: 'Rétablir',
  },
  en: {
    verify: 'Verify',
    refuse: 'Refuse',
    suspend: 'Suspend',
    restore: 'Restore',
  },
}

/** What a registrar decided. */
export const companyDecidedNames: Labels<CompanyDecision> = {
  fr: {
    verify: 'vérifiée',
    refuse: 'refusée',
    suspend: 'suspendue',
    restore: 'rétablie',
  },
  en: {
    verify: 'verified',
    refuse: 'refused',
    suspend: 'suspended',
    restore: 'restored',
  },
}

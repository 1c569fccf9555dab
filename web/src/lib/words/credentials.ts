import type {
  CredentialDecision,
  CredentialKind,
  CredentialState,
  CredentialStatus,
  WithdrawalCode,
} from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Degrees of proof. */
export const credentialStateNames: Labels<CredentialState> = {
  fr: {
    declared: 'déclaré',
    'document-seen': 'document vu',
    confirmed: 'confirmé',
    expired: 'expiré',
    withdrawn: 'retiré',
  },
  en: {
    declared: 'declared',
    'document-seen': 'document seen',
    confirmed: 'confirmed',
    expired: 'expired',
    withdrawn: 'withdrawn',
  },
}

/** Kinds of credential. */
export const credentialKindNames: Labels<CredentialKind> = {
  fr: {
    certification: 'Certification',
    registry: 'Registre',
    training: 'Formation',
    safety: 'Secours et prévention',
  },
  en: {
    certification: 'Certification',
    registry: 'Registry',
    training: 'Training',
    safety: 'Safety',
  },
}

/** Whether a credential exists yet. */
export const credentialStatusNames: Labels<CredentialStatus> = {
  fr: {
    active: 'En vigueur',
    'in-creation': 'En création, personne ne peut encore le détenir',
    ended: 'N’est plus délivré',
  },
  en: {
    active: 'In force',
    'in-creation': 'Being created, nobody can hold it yet',
    ended: 'No longer issued',
  },
}

/** What a registrar decides. */
export const credentialDecisionNames: Labels<CredentialDecision> = {
  fr: {
    'document-seen': 'Document vu',
    confirm: 'Confirmé par l’émetteur',
    refuse: 'Refuser',
    withdraw: 'Retirer',
  },
  en: {
    'document-seen': 'Document seen',
    confirm: 'Confirmed by the issuer',
    refuse: 'Refuse',
    withdraw: 'Withdraw',
  },
}

/** Why a credential is withdrawn. */
export const withdrawalNames: Labels<WithdrawalCode> = {
  fr: {
    'issuer-withdrew': 'L’émetteur l’a retiré',
    'document-false': 'Le document est faux',
    'holder-asked': 'La personne l’a demandé',
    'registered-in-error': 'Enregistré par erreur',
  },
  en: {
    'issuer-withdrew': 'The issuer withdrew it',
    'document-false': 'The document is false',
    'holder-asked': 'Its holder asked',
    'registered-in-error': 'Registered in error',
  },
}

/** What a registrar decided. */
export const credentialDecidedNames: Labels<CredentialDecision> = {
  fr: {
    'document-seen': 'document vu',
    confirm: 'confirmé par l’émetteur',
    refuse: 'refusé',
    withdraw: 'retiré',
  },
  en: {
    'document-seen': 'document seen',
    confirm: 'confirmed by the issuer',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
}

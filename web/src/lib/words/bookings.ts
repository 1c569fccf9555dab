import type { BookingKind, BookingMove, BookingState, MoveReason } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Where a booking stands. */
export const bookingStateNames: Labels<BookingState> = {
  fr: {
    requested: 'Demandé',
    countered: 'Contre-proposé',
    option: 'En option',
    confirmed: 'Confirmé',
    completed: 'Terminé',
    declined: 'Décliné',
    withdrawn: 'Retiré',
    expired: 'Expiré',
    released: 'Libéré',
    cancelled: 'Annulé',
    voided: 'Invalidé',
  },
  en: {
    requested: 'Requested',
    countered: 'Countered',
    option: 'On hold',
    confirmed: 'Confirmed',
    completed: 'Completed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    released: 'Released',
    cancelled: 'Cancelled',
    voided: 'Voided',
  },
}

/** Option or firm. */
export const bookingKindNames: Labels<BookingKind> = {
  fr: {
    option: 'Option',
    firm: 'Ferme',
  },
  en: {
    option: 'Hold',
    firm: 'Firm',
  },
}

/** Buttons. */
export const bookingMoveNames: Labels<BookingMove> = {
  fr: {
    accept: 'Accepter',
    counter: 'Proposer autre chose',
    'accept-counter': 'Accepter la proposition',
    decline: 'Décliner',
    withdraw: 'Retirer la demande',
    confirm: 'Confirmer',
    release: 'Libérer',
    press: 'Presser',
    challenge: 'Demander à confirmer',
    trim: 'Réduire les jours',
    extend: 'Prolonger',
    'accept-extension': 'Accepter la prolongation',
    'refuse-extension': 'Refuser la prolongation',
    cancel: 'Annuler',
    void: 'Invalider',
  },
  en: {
    accept: 'Accept',
    counter: 'Propose otherwise',
    'accept-counter': 'Accept the proposal',
    decline: 'Decline',
    withdraw: 'Withdraw the request',
    confirm: 'Confirm',
    release: 'Release',
    press: 'Press',
    challenge: 'Challenge',
    trim: 'Trim the days',
    extend: 'Extend',
    'accept-extension': 'Accept the extension',
    'refuse-extension': 'Refuse the extension',
    cancel: 'Cancel',
    void: 'Void',
  },
}

/** Why it ended. */
export const moveReasonNames: Labels<MoveReason> = {
  fr: {
    'not-free': 'Pas libre ces jours-là',
    'too-far': 'Trop loin',
    rate: 'La rémunération',
    terms: 'Les conditions',
    'prep-time': 'Pas assez de préparation',
    'not-my-skill': 'Hors de mes compétences',
    'conflict-of-interest': 'Conflit d’intérêts',
    project: 'Le projet',
    other: 'Autre',
    'not-needed': 'Plus nécessaire',
    'dates-changed': 'Les dates ont changé',
    'other-firm-offer': 'Une autre offre ferme',
    'found-someone': 'Quelqu’un d’autre est retenu',
    'project-stopped': 'Le projet s’arrête',
    illness: 'Maladie',
    disagreement: 'Désaccord',
    'false-production': 'Production fictive ou usurpée',
    'outside-the-profession': 'Demande étrangère au métier',
    'against-the-law': 'Contraire au droit',
    mistake: 'Erreur ou doublon',
    'at-request': 'À la demande d’une partie',
  },
  en: {
    'not-free': 'Not free on these days',
    'too-far': 'Too far',
    rate: 'The rate',
    terms: 'The terms',
    'prep-time': 'Too little preparation',
    'not-my-skill': 'Outside my skills',
    'conflict-of-interest': 'Conflict of interest',
    project: 'The project',
    other: 'Other',
    'not-needed': 'No longer needed',
    'dates-changed': 'The dates changed',
    'other-firm-offer': 'Another firm offer',
    'found-someone': 'Somebody else was found',
    'project-stopped': 'The project stopped',
    illness: 'Illness',
    disagreement: 'Disagreement',
    'false-production': 'False or impersonated production',
    'outside-the-profession': 'Outside the profession',
    'against-the-law': 'Against the law',
    mistake: 'Mistake or duplicate',
    'at-request': 'At the request of one side',
  },
}

import type {
  BlockedParty,
  ReportGround,
  ReportOutcome,
  ReportReason,
  ReportState,
  ReportSubject,
} from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** What was reported. */
export const reportSubjectNames: Labels<ReportSubject> = {
  fr: {
    booking: 'La réservation',
    messages: 'Les messages',
    profile: 'Le profil',
    company: 'La société ou son interlocuteur',
  },
  en: {
    booking: 'The booking',
    messages: 'The messages',
    profile: 'The profile',
    company: 'The company or its contact',
  },
}

export const reportReasonNames: Labels<ReportReason> = {
  fr: {
    harassment: 'Harcèlement, insistance',
    'sexual-remarks': 'Propos ou demandes à caractère sexuel',
    threats: 'Menaces, intimidation',
    discrimination: 'Propos discriminatoires',
    'false-pretext': 'Fausse demande, prétexte',
    'false-identity': 'Identité fausse',
    'false-credential': 'Titre faux',
    'contact-misuse': 'Usage abusif des coordonnées',
    other: 'Autre chose',
  },
  en: {
    harassment: 'Harassment, insistence',
    'sexual-remarks': 'Sexual remarks or requests',
    threats: 'Threats, intimidation',
    discrimination: 'Discriminating remarks',
    'false-pretext': 'A false request, a pretext',
    'false-identity': 'A false identity',
    'false-credential': 'A false credential',
    'contact-misuse': 'Misuse of contact details',
    other: 'Something else',
  },
}

/** Where a report stands. */
export const reportStateNames: Labels<ReportState> = {
  fr: { open: 'à examiner', decided: 'décidés', contested: 'contestés', closed: 'clos' },
  en: { open: 'to examine', decided: 'decided', contested: 'contested', closed: 'closed' },
}

/** The same, of one report and to whoever it concerns. */
export const ownReportStateNames: Labels<ReportState> = {
  fr: {
    open: 'Reçu, en attente d’examen',
    decided: 'Examiné et décidé',
    contested: 'Contesté, à nouveau examiné',
    closed: 'Décidé pour la seconde et dernière fois',
  },
  en: {
    open: 'Received, waiting to be examined',
    decided: 'Examined and decided',
    contested: 'Contested, being examined again',
    closed: 'Decided for the second and last time',
  },
}

export const reportOutcomeNames: Labels<ReportOutcome> = {
  fr: {
    'no-action': 'Aucune mesure',
    warning: 'Avertissement',
    'booking-stays-frozen': 'La réservation reste gelée',
    'account-suspended': 'Le compte est suspendu',
  },
  en: {
    'no-action': 'No measure',
    warning: 'Warning',
    'booking-stays-frozen': 'The booking stays frozen',
    'account-suspended': 'The account is suspended',
  },
}

/** On what a decision rests. */
export const reportGroundNames: Labels<ReportGround> = {
  fr: {
    'not-established': 'Les faits ne sont pas établis',
    respect: 'Respect dû aux personnes',
    'purpose-of-the-registry': 'Objet du registre',
    truthfulness: 'Exactitude de ce qui est déclaré',
    confidentiality: 'Confidentialité',
    law: 'La loi',
  },
  en: {
    'not-established': 'The facts are not established',
    respect: 'Respect owed to people',
    'purpose-of-the-registry': 'Purpose of the registry',
    truthfulness: 'Truth of what is declared',
    confidentiality: 'Confidentiality',
    law: 'The law',
  },
}

/** Whom a coordinator blocks. */
export const blockedPartyNames: Labels<BlockedParty> = {
  fr: { company: 'Toute la société', person: 'La personne, où qu’elle travaille' },
  en: { company: 'The whole company', person: 'The person, wherever they work' },
}

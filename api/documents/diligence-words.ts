import type { BookingKind, BookingParty, BookingState } from '@repere/db/vocabulary/booking.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { AnswerWord } from './answer-rules.ts'

type Side = BookingParty | 'registrar' | 'clock'

const bySideFr: Record<Side, string> = {
  coordinator: ' par la coordination',
  production: ' par la production',
  registrar: ' par le registre',
  clock: '',
}
const bySideEn: Record<Side, string> = {
  coordinator: ' by the coordinator',
  production: ' by the production',
  registrar: ' by the registry',
  clock: '',
}

/** Every sentence of a proof of diligence. */
export interface DiligenceWords {
  title: string
  untitled: string
  notice: { title: string; text: string }
  headings: Record<'project' | 'requests' | 'seal', string>
  production: string
  work: string
  discipline: string
  places: string
  noPlaces: string
  counted: Record<'asked' | 'answered' | 'silent' | 'awaited' | 'found', (count: number) => string>
  nobody: string
  zone: string
  columns: readonly [string, string, string, string, string]
  kinds: Record<BookingKind, string>
  answers: Record<AnswerWord, string>
  ends: Record<BookingState, (by: Side) => string>
  unknownDeadline: string
  removed: string
  reference: string
  made: string
  referenceNote: string
  csv: readonly string[]
}

const fr: DiligenceWords = {
  title: 'Preuve de diligence',
  untitled: 'titre effacé',
  notice: {
    title: 'Toutes les demandes envoyées pour ce projet, dans l’ordre, avec leurs réponses.',
    text: 'Ni les messages ni les raisons d’un refus n’y figurent\u00a0: ils restent entre les parties. Le registre oublie les demandes sans suite à la fin de leur délai de conservation\u202f; gardez donc ce document.',
  },
  headings: {
    project: 'Le projet',
    requests: 'Les demandes',
    seal: 'La référence',
  },
  production: 'Société',
  work: 'Œuvre',
  discipline: 'Mission',
  places: 'Régions',
  noPlaces: 'à préciser',
  counted: {
    asked: (count) => (count > 1 ? 'demandes envoyées' : 'demande envoyée'),
    answered: (count) => (count > 1 ? 'réponses reçues' : 'réponse reçue'),
    silent: () => 'sans réponse dans le délai',
    awaited: (count) => (count > 1 ? 'réponses attendues' : 'réponse attendue'),
    found: (count) => (count > 1 ? 'confirmations' : 'confirmation'),
  },
  nobody: 'Personne n’a encore été sollicité pour ce projet.',
  zone: 'Les heures sont celles de Paris (Europe/Paris).',
  columns: ['Personne', 'Demande', 'Pour', 'À répondre avant', 'Réponse et suite'],
  kinds: { option: 'en option', firm: 'ferme' },
  answers: {
    awaited: 'Réponse attendue',
    accepted: 'Accepté',
    countered: 'Contre-proposition',
    declined: 'Décliné',
    none: 'Sans réponse dans le délai',
    withdrawn: 'Retirée par la production avant réponse',
    voided: 'Invalidée par le registre avant réponse',
  },
  ends: {
    requested: () => 'Demandé',
    countered: () => 'Contre-proposition en attente',
    option: () => 'En option',
    confirmed: (by) => `Confirmé${bySideFr[by]}`,
    completed: () => 'Terminé',
    declined: (by) => `Décliné${bySideFr[by]}`,
    withdrawn: () => 'Retirée par la production',
    expired: () => 'Échu sans suite',
    released: (by) => `Option libérée${bySideFr[by]}`,
    cancelled: (by) => `Annulé${bySideFr[by]}`,
    voided: () => 'Invalidé par le registre',
  },
  unknownDeadline: 'non conservé',
  removed: 'Coordination (compte effacé)',
  reference: 'Référence',
  made: 'Établi',
  referenceNote:
    'Le journal du registre garde cette référence\u202f: elle change dès qu’une demande ou une réponse s’ajoute.',
  csv: [
    'numéro',
    'personne',
    'titre',
    'discipline',
    'nature',
    'demandé le',
    'jours demandés',
    'à répondre avant',
    'réponse',
    'répondu le',
    'suite',
    'suite le',
    'référence',
  ],
}

const en: DiligenceWords = {
  title: 'Proof of diligence',
  untitled: 'title erased',
  notice: {
    title: 'Every request sent for this project, in order, with its answer.',
    text: 'Neither messages nor the reasons of a refusal are in it: they stay between the parties. The registry forgets requests that came to nothing when the time of keeping them ends, so keep this document.',
  },
  headings: {
    project: 'Project',
    requests: 'Requests',
    seal: 'Reference',
  },
  production: 'Company',
  work: 'Work',
  discipline: 'Assignment',
  places: 'Regions',
  noPlaces: 'to be specified',
  counted: {
    asked: (count) => (count === 1 ? 'request sent' : 'requests sent'),
    answered: (count) => (count === 1 ? 'answer received' : 'answers received'),
    silent: () => 'without an answer in time',
    awaited: (count) => (count === 1 ? 'answer awaited' : 'answers awaited'),
    found: (count) => (count === 1 ? 'confirmation' : 'confirmations'),
  },
  nobody: 'Nobody has been asked for this project yet.',
  zone: 'All times are those of Paris (Europe/Paris).',
  columns: ['Person', 'Request', 'For', 'To answer before', 'Answer and what followed'],
  kinds: { option: 'as a hold', firm: 'firm' },
  answers: {
    awaited: 'Answer awaited',
    accepted: 'Accepted',
    countered: 'Counter-offer',
    declined: 'Declined',
    none: 'No answer in time',
    withdrawn: 'Withdrawn by the production before an answer',
    voided: 'Voided by the registry before an answer',
  },
  ends: {
    requested: () => 'Requested',
    countered: () => 'Counter-offer open',
    option: () => 'On hold',
    confirmed: (by) => `Confirmed${bySideEn[by]}`,
    completed: () => 'Completed',
    declined: (by) => `Declined${bySideEn[by]}`,
    withdrawn: () => 'Withdrawn by the production',
    expired: () => 'Expired',
    released: (by) => `Hold released${bySideEn[by]}`,
    cancelled: (by) => `Cancelled${bySideEn[by]}`,
    voided: () => 'Voided by the registry',
  },
  unknownDeadline: 'not kept',
  removed: 'Coordinator (account erased)',
  reference: 'Reference',
  made: 'Made',
  referenceNote:
    'The registry’s audit trail keeps this reference: it changes as soon as a request or an answer is added.',
  csv: [
    'number',
    'person',
    'title',
    'discipline',
    'kind',
    'requested at',
    'days asked for',
    'to answer before',
    'answer',
    'answered at',
    'what followed',
    'followed at',
    'reference',
  ],
}

export const diligenceWords: Record<Locale, DiligenceWords> = { fr, en }

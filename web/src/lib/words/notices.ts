import type { ChosenKind, Delivery, NoticeKind } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'
import type { Labels } from './words.ts'

/** What a notice is about. */
export const noticeKindNames: Labels<NoticeKind> = {
  fr: {
    deadlines: 'Ce qui attend votre réponse',
    commitments: 'Ce qui engage ou prend fin',
    registry: 'Décisions et questions du registre',
    security: 'Sécurité du compte',
    answers: 'Réponses et demandes closes',
    movements: 'Suivi de vos options et projets',
    messages: 'Messages',
    calendar: 'Votre calendrier est-il encore juste\u202f?',
    credentials: 'Titres bientôt à échéance',
    profile: 'Binômes, crédits et références',
    searches: 'Recherches gardées',
  },
  en: {
    deadlines: 'What waits for your answer',
    commitments: 'What binds or ends',
    registry: 'Decisions and questions of the registry',
    security: 'Safety of the account',
    answers: 'Answers and closed requests',
    movements: 'Progress of your options and projects',
    messages: 'Messages',
    calendar: 'Is your calendar still right?',
    credentials: 'Credentials about to end',
    profile: 'Pairs, credits and references',
    searches: 'Kept searches',
  },
}

/** When each leaves, or why nobody can do without. */
export const noticeKindNotes: Labels<NoticeKind> = {
  fr: {
    deadlines:
      'Une demande, une option ou une contre-proposition expire sans réponse\u00a0: l’autre partie compte dessus.',
    commitments:
      'Confirmations, annulations, options libérées, jours pris ailleurs\u00a0: vos jours en dépendent.',
    registry: 'Une décision vous est due avec ses motifs, et une question attend votre réponse.',
    security:
      'Second facteur, mot de passe, adresse, effacement\u00a0: si ce n’est pas vous, il faut le savoir.',
    answers: 'Demande déclinée, retirée ou expirée, prolongation accordée ou refusée.',
    movements: 'Un rang qui avance, une option allégée, une description modifiée.',
    messages: 'Un courriel par échange tant que vous ne l’avez pas lu, jamais le texte.',
    calendar: 'Une fois par mois au plus, quand personne ne l’a confirmé.',
    credentials: 'Soixante, trente et sept jours avant.',
    profile: 'Ce qu’une autre personne vous propose de montrer.',
    searches: 'Une fois par jour au plus, le matin, quand une personne nouvelle y répond.',
  },
  en: {
    deadlines:
      'A request, an option or a counter-offer expires without an answer: the other side relies on it.',
    commitments:
      'Confirmations, cancellations, released options, days taken elsewhere: your days depend on it.',
    registry: 'A decision is owed to you with its reasons, and a question waits for your answer.',
    security: 'Second factor, password, address, erasure: if it was not you, you must know.',
    answers: 'A request declined, withdrawn or expired, an extension granted or refused.',
    movements: 'A rank that moves up, an option with fewer days, a description that changed.',
    messages: 'One mail per thread until you have read it, never the words.',
    calendar: 'Once a month at most, when nobody confirmed it.',
    credentials: 'Sixty, thirty and seven days before.',
    profile: 'What somebody else proposes to show.',
    searches: 'Once a day at most, in the morning, when somebody new answers one.',
  },
}

/** How a notice reaches its person. */
export const deliveryNames: Record<Delivery, () => string> = {
  'at-once': m.notifications_delivery_at_once,
  digest: m.notifications_delivery_digest,
  app: m.notifications_delivery_app,
}

/** What a role ever hears of, among what can be chosen. */
export const kindsOf: Record<'coordinator' | 'production' | 'registrar', readonly ChosenKind[]> = {
  coordinator: ['answers', 'movements', 'messages', 'calendar', 'credentials', 'profile', 'searches'],
  production: ['answers', 'movements', 'messages', 'profile', 'searches'],
  registrar: ['searches'],
}

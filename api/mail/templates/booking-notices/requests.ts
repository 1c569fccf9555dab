import { projectTypeWords } from '../booking-facts.ts'
import { type NoticeWordsByName, of, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told of a request and of its answer. */
export const requests = {
  fr: {
    'request-received': (told) => ({
      subject: `Répondre avant ${french.when(told)}\u00a0: une demande pour ${french.period(told)}`,
      title: 'Une demande attend votre réponse',
      paragraphs: [
        `${told.facts.companyName}, société vérifiée, vous demande pour ${projectTypeWords.fr[told.facts.projectType]}.`,
        'Sans réponse, la demande expire et la production en est prévenue. Rappels 48\u00a0h, 24\u00a0h et 2\u00a0h avant.',
      ],
      deadline: 'Répondre avant',
      button: 'Lire la demande et répondre',
    }),
    'request-withdrawn': (told) => ({
      subject: `Demande retirée\u00a0: ${french.period(told)}`,
      title: 'La demande est retirée',
      paragraphs: [`${told.facts.companyName} a retiré sa demande. Vous n’avez rien à faire.`],
      button: 'Voir la demande',
    }),
    'request-booked': (told) => ({
      subject: `Réservation confirmée\u00a0: ${french.period(told)}`,
      title: 'La réservation est confirmée',
      paragraphs: [
        `${told.facts.coordinatorName} a accepté votre demande ferme. Les coordonnées sont sur la page.`,
      ],
      button: 'Ouvrir la réservation',
    }),
    'request-declined': (told) => ({
      subject: `Demande déclinée\u00a0: ${french.period(told)}`,
      title: 'La demande est déclinée',
      paragraphs: [
        `${told.facts.coordinatorName} ne peut pas répondre favorablement. La raison est sur la page.`,
      ],
      button: 'Lire la réponse',
    }),
    'request-lapsed': (told) => ({
      subject: `Demande expirée\u00a0: ${french.period(told)}`,
      title: 'La demande a expiré',
      paragraphs: [
        told.to === 'coordinator'
          ? `La demande de la société ${told.facts.companyName} est restée sans réponse\u202f; la production en est prévenue.`
          : `${told.facts.coordinatorName} n’a pas répondu à temps. Vous pouvez demander à quelqu’un d’autre.`,
      ],
      button: 'Voir la demande',
    }),
    'dates-lost': (told) => ({
      subject: `Jours pris\u00a0: ${french.count(told)} de votre demande`,
      title: 'Une autre production a confirmé',
      paragraphs: [
        (told.count ?? 1) > 1
          ? `Des jours de ${told.count} de vos demandes sont à présent confirmés pour une autre production.`
          : `Une autre production a réservé ${told.facts.coordinatorName} sur ${french.count(told)} de votre demande.`,
        'Votre place est gardée\u00a0: si cette réservation est annulée, nous vous le dirons.',
      ],
      button: 'Voir ce qui reste',
    }),
    'reminder-to-answer': (told) => ({
      subject: `Rappel, répondre avant ${french.when(told)}`,
      title: 'Une demande attend encore votre réponse',
      paragraphs: [
        told.to === 'coordinator'
          ? `La demande de la société ${told.facts.companyName} expire à l’échéance. Un refus aussi est une réponse.`
          : `La proposition ${of(told.facts.coordinatorName)} expire à l’échéance. Un refus aussi est une réponse.`,
      ],
      deadline: 'Répondre avant',
      button: 'Lire la demande et répondre',
    }),
  },
  en: {
    'request-received': (told) => ({
      subject: `Answer before ${english.when(told)}: a request for ${english.period(told)}`,
      title: 'A request awaits your answer',
      paragraphs: [
        `${told.facts.companyName}, a verified company, asks you for ${projectTypeWords.en[told.facts.projectType]}.`,
        'Without an answer the request lapses and the production is told. Reminders 48 h, 24 h and 2 h before.',
      ],
      deadline: 'Answer before',
      button: 'Read the request and answer',
    }),
    'request-withdrawn': (told) => ({
      subject: `Request withdrawn: ${english.period(told)}`,
      title: 'The request is withdrawn',
      paragraphs: [`${told.facts.companyName} has withdrawn its request. There is nothing for you to do.`],
      button: 'See the request',
    }),
    'request-booked': (told) => ({
      subject: `Booking confirmed: ${english.period(told)}`,
      title: 'The booking is confirmed',
      paragraphs: [
        `${told.facts.coordinatorName} has accepted your firm request. Contact details are on the page.`,
      ],
      button: 'Open the booking',
    }),
    'request-declined': (told) => ({
      subject: `Request declined: ${english.period(told)}`,
      title: 'The request is declined',
      paragraphs: [`${told.facts.coordinatorName} cannot take it. The reason is on the page.`],
      button: 'Read the answer',
    }),
    'request-lapsed': (told) => ({
      subject: `Request lapsed: ${english.period(told)}`,
      title: 'The request has lapsed',
      paragraphs: [
        told.to === 'coordinator'
          ? `The request of ${told.facts.companyName} was left without an answer; the production is told.`
          : `${told.facts.coordinatorName} did not answer in time. You can ask somebody else.`,
      ],
      button: 'See the request',
    }),
    'dates-lost': (told) => ({
      subject: `Days taken: ${english.count(told)} of your request`,
      title: 'Another production has confirmed',
      paragraphs: [
        (told.count ?? 1) > 1
          ? `Days of ${told.count} of your requests are now confirmed for another production.`
          : `${told.facts.coordinatorName} is now booked by another production on ${english.count(told)} of your request.`,
        'Your place is kept: should that confirmation fall, you will be told.',
      ],
      button: 'See what remains',
    }),
    'reminder-to-answer': (told) => ({
      subject: `Reminder: answer before ${english.when(told)}`,
      title: 'A request still awaits your answer',
      paragraphs: [
        told.to === 'coordinator'
          ? `The request of ${told.facts.companyName} lapses at the deadline. A refusal is an answer too.`
          : `The proposal of ${told.facts.coordinatorName} lapses at the deadline. A refusal is an answer too.`,
      ],
      deadline: 'Answer before',
      button: 'Read the request and answer',
    }),
  },
} satisfies NoticeWordsByName

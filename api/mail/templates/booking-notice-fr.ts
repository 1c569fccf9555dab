import { projectTypeWords, sayCount, sayPeriod, sayShortly } from './booking-facts.ts'
import type { NoticeTable, Told } from './booking-notice.ts'

const period = ({ facts }: Told) => sayPeriod('fr', facts.days)
const count = ({ facts, days }: Told) => sayCount('fr', (days ?? facts.days).length)
const when = ({ facts }: Told) => (facts.deadline ? sayShortly('fr', facts.deadline, facts.timeZone) : '')
const other = ({ facts, to }: Told) => (to === 'coordinator' ? facts.companyName : facts.coordinatorName)

const asCoordinator =
  'Vous recevez ce message parce que votre profil Repère est publié ou qu’une demande vous concerne.'
const asProduction = 'Vous recevez ce message parce que votre société a fait cette demande sur Repère.'
const why = ({ to }: Told) => (to === 'coordinator' ? asCoordinator : asProduction)

export const french: NoticeTable = {
  'request-received': (told) => ({
    subject: `Répondre avant ${when(told)}\u00a0: une demande pour ${period(told)}`,
    title: 'Une demande attend votre réponse',
    paragraphs: [
      `${told.facts.companyName}, société vérifiée, vous demande pour ${projectTypeWords.fr[told.facts.projectType]}.`,
      'Sans réponse, la demande expire et la production en est prévenue. Rappels 48\u00a0h, 24\u00a0h et 2\u00a0h avant.',
    ],
    deadline: 'Répondre avant',
    button: 'Lire la demande et répondre',
    because: why(told),
  }),
  'request-withdrawn': (told) => ({
    subject: `Demande retirée\u00a0: ${period(told)}`,
    title: 'La demande est retirée',
    paragraphs: [`${told.facts.companyName} a retiré sa demande. Vous n’avez rien à faire.`],
    button: 'Voir la demande',
    because: why(told),
  }),
  'option-placed': (told) => ({
    subject: `Confirmer avant ${when(told)}\u00a0: votre option sur ${period(told)}`,
    title: 'Votre option est posée',
    paragraphs: [
      `${told.facts.coordinatorName} a accepté. Les jours sont retenus pour vous jusqu’à l’échéance\u202f; confirmez, ou libérez-les.`,
    ],
    deadline: 'Confirmer avant',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'request-booked': (told) => ({
    subject: `Réservation confirmée\u00a0: ${period(told)}`,
    title: 'La réservation est confirmée',
    paragraphs: [
      `${told.facts.coordinatorName} a accepté votre demande ferme. Les coordonnées sont sur la page.`,
    ],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'request-declined': (told) => ({
    subject: `Demande déclinée\u00a0: ${period(told)}`,
    title: 'La demande est déclinée',
    paragraphs: [
      `${told.facts.coordinatorName} ne peut pas répondre favorablement. La raison est sur la page.`,
    ],
    button: 'Lire la réponse',
    because: why(told),
  }),
  'option-confirmed': (told) => ({
    subject: `Option confirmée\u00a0: ${period(told)}`,
    title: 'Vous êtes réservé·e',
    paragraphs: [
      `${told.facts.companyName} confirme son option. Ces jours sont à présent pris dans votre calendrier.`,
    ],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'option-released': (told) => ({
    subject: `Option libérée\u00a0: ${period(told)}`,
    title: 'L’option est libérée',
    paragraphs: [`${other(told)} a libéré l’option. Les jours ne sont plus retenus.`],
    button: 'Voir la réservation',
    because: why(told),
  }),
  'booking-cancelled': (told) => ({
    subject: `Réservation annulée\u00a0: ${period(told)}`,
    title: 'La réservation est annulée',
    paragraphs: [
      `${other(told)} a annulé la réservation. La raison et les conditions d’annulation sont sur la page.`,
    ],
    button: 'Lire la raison',
    because: why(told),
  }),
  'booking-voided': (told) => ({
    subject: `Réservation close par le registre\u00a0: ${period(told)}`,
    title: 'Le registre a clos cette réservation',
    paragraphs: ['Elle n’a plus d’effet. La raison donnée par le registre est sur la page.'],
    button: 'Lire la raison',
    because: why(told),
  }),
  'request-lapsed': (told) => ({
    subject: `Demande expirée\u00a0: ${period(told)}`,
    title: 'La demande a expiré',
    paragraphs: [
      told.to === 'coordinator'
        ? `La demande de la société ${told.facts.companyName} est restée sans réponse\u202f; la production en est prévenue.`
        : `${told.facts.coordinatorName} n’a pas répondu à temps. Vous pouvez demander à quelqu’un d’autre.`,
    ],
    button: 'Voir la demande',
    because: why(told),
  }),
  'option-lapsed': (told) => ({
    subject: `Option expirée\u00a0: ${period(told)}`,
    title: 'L’option a expiré',
    paragraphs: [
      told.to === 'coordinator'
        ? `L’option de la société ${told.facts.companyName} n’a pas été confirmée à temps. Ces jours ne sont plus retenus.`
        : 'Votre option n’a pas été confirmée à temps. Ces jours ne sont plus retenus pour vous.',
    ],
    button: 'Voir la réservation',
    because: why(told),
  }),
  'dates-lost': (told) => ({
    subject: `Jours pris\u00a0: ${count(told)} de votre demande`,
    title: 'Une autre production a confirmé',
    paragraphs: [
      (told.count ?? 1) > 1
        ? `Des jours de ${told.count} de vos demandes sont à présent confirmés pour une autre production.`
        : `${told.facts.coordinatorName} est à présent réservé·e pour une autre production sur ${count(told)} de votre demande.`,
      'Votre place est gardée\u00a0: si cette confirmation tombe, nous vous le dirons.',
    ],
    button: 'Voir ce qui reste',
    because: why(told),
  }),
  'moved-up': (told) => ({
    subject: `Votre option avance sur ${count(told)}`,
    title: 'Votre option avance',
    paragraphs: [
      `Une réservation placée avant la vôtre auprès de ${told.facts.coordinatorName} a pris fin. La page dit votre rang, jour par jour.`,
    ],
    deadline: 'Confirmer avant',
    button: 'Voir votre rang',
    because: why(told),
  }),
  'reminder-to-answer': (told) => ({
    subject: `Rappel, répondre avant ${when(told)}`,
    title: 'Une demande attend encore votre réponse',
    paragraphs: [
      `La demande de la société ${told.facts.companyName} expire à l’échéance. Un refus aussi est une réponse.`,
    ],
    deadline: 'Répondre avant',
    button: 'Lire la demande et répondre',
    because: why(told),
  }),
  'reminder-to-confirm': (told) => ({
    subject: `Rappel, confirmer avant ${when(told)}`,
    title: 'Votre option arrive à échéance',
    paragraphs: [
      `L’option auprès de ${told.facts.coordinatorName} expire à l’échéance. Confirmez-la, ou libérez les jours.`,
    ],
    deadline: 'Confirmer avant',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'message-received': (told) => ({
    subject: `Nouveau message\u00a0: ${other(told)}`,
    title: 'Un message vous attend',
    paragraphs: [`${other(told)} vous a écrit. Le message se lit sur la page, jamais dans un courriel.`],
    button: 'Lire le message',
    because: why(told),
  }),
}

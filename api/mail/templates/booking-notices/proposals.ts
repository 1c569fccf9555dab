import { type NoticeWordsByName, other, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told of other terms, proposed in answer to a request. */
export const proposals = {
  fr: {
    'request-countered': (told) => ({
      subject: `Répondre avant ${french.when(told)}\u00a0: une autre proposition pour ${french.period(told)}`,
      title: 'Une autre proposition attend votre réponse',
      paragraphs: [
        `${other(told)} propose d’autres conditions. La page montre ce qui change, ligne à ligne\u202f: acceptez, proposez à votre tour, ou déclinez.`,
      ],
      deadline: 'Répondre avant',
      button: 'Comparer et répondre',
    }),
    'counter-accepted': (told) => ({
      subject: `Proposition acceptée\u00a0: option sur ${french.period(told)}`,
      title: 'Votre proposition est acceptée',
      paragraphs: [
        told.to === 'production'
          ? `${other(told)} accepte vos conditions. Les jours sont retenus pour vous jusqu’à l’échéance\u202f; confirmez, ou libérez-les.`
          : `${other(told)} accepte vos conditions. L’option est posée jusqu’à l’échéance.`,
      ],
      deadline: told.to === 'production' ? 'Confirmer avant' : 'L’option tient jusqu’au',
      button: 'Ouvrir la réservation',
    }),
    'counter-booked': (told) => ({
      subject: `Réservation confirmée\u00a0: ${french.period(told)}`,
      title: 'La réservation est confirmée',
      paragraphs: [`${other(told)} accepte vos conditions. Les coordonnées sont sur la page.`],
      button: 'Ouvrir la réservation',
    }),
    'counter-declined': (told) => ({
      subject: `Proposition déclinée\u00a0: ${french.period(told)}`,
      title: 'Votre proposition est déclinée',
      paragraphs: [`${other(told)} ne donne pas suite à vos conditions. La raison est sur la page.`],
      button: 'Lire la réponse',
    }),
    'counter-lapsed': (told) => ({
      subject: `Proposition expirée\u00a0: ${french.period(told)}`,
      title: 'La proposition a expiré',
      paragraphs: [
        'La dernière proposition est restée sans réponse à l’échéance. Les deux parties en sont prévenues.',
      ],
      button: 'Voir la demande',
    }),
  },
  en: {
    'request-countered': (told) => ({
      subject: `Answer before ${english.when(told)}: another proposal for ${english.period(told)}`,
      title: 'Another proposal awaits your answer',
      paragraphs: [
        `${other(told)} proposes other terms. The page shows what changes, line by line: accept, propose in turn, or decline.`,
      ],
      deadline: 'Answer before',
      button: 'Compare and answer',
    }),
    'counter-accepted': (told) => ({
      subject: `Proposal accepted: an option on ${english.period(told)}`,
      title: 'Your proposal is accepted',
      paragraphs: [
        told.to === 'production'
          ? `${other(told)} accepts your terms. The days are held for you until the deadline; confirm them, or release them.`
          : `${other(told)} accepts your terms. The option is placed until the deadline.`,
      ],
      deadline: told.to === 'production' ? 'Confirm before' : 'The option holds until',
      button: 'Open the booking',
    }),
    'counter-booked': (told) => ({
      subject: `Booking confirmed: ${english.period(told)}`,
      title: 'The booking is confirmed',
      paragraphs: [`${other(told)} accepts your terms. Contact details are on the page.`],
      button: 'Open the booking',
    }),
    'counter-declined': (told) => ({
      subject: `Proposal declined: ${english.period(told)}`,
      title: 'Your proposal is declined',
      paragraphs: [`${other(told)} does not take up your terms. The reason is on the page.`],
      button: 'Read the answer',
    }),
    'counter-lapsed': (told) => ({
      subject: `Proposal lapsed: ${english.period(told)}`,
      title: 'The proposal has lapsed',
      paragraphs: ['The last proposal was left without an answer at its deadline. Both sides are told.'],
      button: 'See the request',
    }),
  },
} satisfies NoticeWordsByName

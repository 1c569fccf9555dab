import { sayCount } from '../booking-facts.ts'
import { type NoticeWordsByName, of, other, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told of an option: placed, confirmed, released, trimmed, moved up, lapsed. */
export const options = {
  fr: {
    'option-placed': (told) => ({
      subject: `Confirmer avant ${french.when(told)}\u00a0: votre option sur ${french.period(told)}`,
      title: 'Votre option est posée',
      paragraphs: [
        `${told.facts.coordinatorName} a accepté. Les jours sont retenus pour vous jusqu’à l’échéance\u202f; confirmez, ou libérez-les.`,
      ],
      deadline: 'Confirmer avant',
      button: 'Ouvrir la réservation',
    }),
    'option-confirmed': (told) => ({
      subject: `Option confirmée\u00a0: ${french.period(told)}`,
      title: 'Votre réservation est confirmée',
      paragraphs: [
        `${told.facts.companyName} confirme son option. Ces jours sont à présent pris dans votre calendrier.`,
      ],
      button: 'Ouvrir la réservation',
    }),
    'option-released': (told) => ({
      subject: `Option libérée\u00a0: ${french.period(told)}`,
      title: 'L’option est libérée',
      paragraphs: [`${other(told)} a libéré l’option. Les jours ne sont plus retenus.`],
      button: 'Voir la réservation',
    }),
    'option-lapsed': (told) => ({
      subject: `Option expirée\u00a0: ${french.period(told)}`,
      title: 'L’option a expiré',
      paragraphs: [
        told.to === 'coordinator'
          ? `L’option de la société ${told.facts.companyName} n’a pas été confirmée à temps. Ces jours ne sont plus retenus.`
          : 'Votre option n’a pas été confirmée à temps. Ces jours ne sont plus retenus pour vous.',
      ],
      button: 'Voir la réservation',
    }),
    'option-trimmed': (told) => ({
      subject: `Option réduite\u00a0: ${french.period(told)}`,
      title: 'L’option porte sur moins de jours',
      paragraphs: [
        `${told.facts.companyName} garde ${sayCount('fr', told.facts.days.length)} de son option et libère les autres.`,
      ],
      button: 'Voir la réservation',
    }),
    'moved-up': (told) => ({
      subject: `Votre option avance sur ${french.count(told)}`,
      title: 'Votre option avance',
      paragraphs: [
        `Une réservation placée avant la vôtre auprès ${of(told.facts.coordinatorName)} a pris fin. La page dit votre rang, jour par jour.`,
      ],
      deadline: 'Confirmer avant',
      button: 'Voir votre rang',
    }),
    'reminder-to-confirm': (told) => ({
      subject: `Rappel, confirmer avant ${french.when(told)}`,
      title: 'Votre option arrive à échéance',
      paragraphs: [
        `L’option auprès ${of(told.facts.coordinatorName)} expire à l’échéance. Confirmez-la, ou libérez les jours.`,
      ],
      deadline: 'Confirmer avant',
      button: 'Ouvrir la réservation',
    }),
  },
  en: {
    'option-placed': (told) => ({
      subject: `Confirm before ${english.when(told)}: your option on ${english.period(told)}`,
      title: 'Your option is placed',
      paragraphs: [
        `${told.facts.coordinatorName} has accepted. The days are held for you until the deadline; confirm them, or release them.`,
      ],
      deadline: 'Confirm before',
      button: 'Open the booking',
    }),
    'option-confirmed': (told) => ({
      subject: `Option confirmed: ${english.period(told)}`,
      title: 'You are booked',
      paragraphs: [
        `${told.facts.companyName} confirms its option. These days are now taken in your calendar.`,
      ],
      button: 'Open the booking',
    }),
    'option-released': (told) => ({
      subject: `Option released: ${english.period(told)}`,
      title: 'The option is released',
      paragraphs: [`${other(told)} has released the option. The days are no longer held.`],
      button: 'See the booking',
    }),
    'option-lapsed': (told) => ({
      subject: `Option lapsed: ${english.period(told)}`,
      title: 'The option has lapsed',
      paragraphs: [
        told.to === 'coordinator'
          ? `The option of ${told.facts.companyName} was not confirmed in time. These days are no longer held.`
          : 'Your option was not confirmed in time. These days are no longer held for you.',
      ],
      button: 'See the booking',
    }),
    'option-trimmed': (told) => ({
      subject: `Option trimmed: ${english.period(told)}`,
      title: 'The option holds fewer days',
      paragraphs: [
        `${told.facts.companyName} keeps ${sayCount('en', told.facts.days.length)} of its option and releases the others.`,
      ],
      button: 'See the booking',
    }),
    'moved-up': (told) => ({
      subject: `Your option moves up on ${english.count(told)}`,
      title: 'Your option moves up',
      paragraphs: [
        `A booking placed before yours with ${told.facts.coordinatorName} has ended. The page shows your rank, day by day.`,
      ],
      deadline: 'Confirm before',
      button: 'See your rank',
    }),
    'reminder-to-confirm': (told) => ({
      subject: `Reminder: confirm before ${english.when(told)}`,
      title: 'Your option is about to lapse',
      paragraphs: [
        `The option with ${told.facts.coordinatorName} lapses at the deadline. Confirm it, or release the days.`,
      ],
      deadline: 'Confirm before',
      button: 'Open the booking',
    }),
  },
} satisfies NoticeWordsByName

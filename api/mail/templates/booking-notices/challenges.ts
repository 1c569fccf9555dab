import { type NoticeWordsByName, of, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told when a production commits to confirm, and those before it must confirm or release. */
export const challenges = {
  fr: {
    'must-answer': (told) => ({
      subject: `Confirmer ou libérer avant ${french.when(told)}\u00a0: votre option sur ${french.period(told)}`,
      title: 'Votre option doit être confirmée ou libérée',
      paragraphs: [
        `Une autre production s’engage à réserver ${told.facts.coordinatorName} pour des jours que vous tenez en option. Confirmez, ou libérez-les\u202f: à l’échéance, l’option est libérée d’elle-même.`,
        'Les week-ends et les jours fériés français ne comptent pas dans ce délai.',
      ],
      deadline: 'Confirmer ou libérer avant',
      button: 'Décider',
    }),
    'option-challenges': (told) => ({
      subject: `Option prête à confirmer\u00a0: ${french.period(told)}`,
      title: 'Une production s’engage à confirmer',
      paragraphs: [
        `${told.facts.companyName} confirmera dès que les options placées avant la sienne seront libérées. Celles-ci ont un délai pour confirmer. Vous n’avez rien à faire.`,
      ],
      button: 'Voir la réservation',
    }),
    'request-pressed': (told) => ({
      subject: `Votre demande ferme avance\u00a0: ${french.period(told)}`,
      title: 'Votre demande est retenue, sous réserve',
      paragraphs: [
        `${told.facts.coordinatorName} souhaite accepter. Les options placées avant ont un délai pour confirmer\u202f; si toutes sont libérées, votre réservation est confirmée aussitôt.`,
      ],
      button: 'Voir la demande',
    }),
    'challenge-over': (told) => ({
      subject: `Plus rien à confirmer d’urgence\u00a0: votre option sur ${french.period(told)}`,
      title: 'Votre option n’est plus sollicitée',
      paragraphs: [
        'L’autre production n’attend plus votre décision. Votre option garde son rang et son échéance d’origine.',
      ],
      deadline: 'Confirmer avant',
      button: 'Ouvrir la réservation',
    }),
    'challenge-lapsed': (told) => ({
      subject: `Option libérée faute de réponse\u00a0: ${french.period(told)}`,
      title: 'L’option est libérée',
      paragraphs: [
        told.to === 'coordinator'
          ? `${told.facts.companyName} n’a ni confirmé ni libéré son option dans le délai. Ces jours ne sont plus retenus pour elle.`
          : 'Vous n’avez ni confirmé ni libéré l’option dans le délai. Ces jours ne sont plus retenus pour vous.',
      ],
      button: 'Voir la réservation',
    }),
    'challenge-won': (told) => ({
      subject: `Réservation confirmée\u00a0: ${french.period(told)}`,
      title: told.to === 'coordinator' ? 'Votre réservation est confirmée' : 'La réservation est confirmée',
      paragraphs: [
        told.to === 'coordinator'
          ? `Plus aucune option ne précède celle de la société ${told.facts.companyName}\u202f: la réservation est confirmée. Ces jours sont à présent pris dans votre calendrier.`
          : `Plus aucune option ne précède la vôtre auprès ${of(told.facts.coordinatorName)}\u202f: la réservation est confirmée, comme annoncé.`,
      ],
      button: 'Ouvrir la réservation',
    }),
    'challenge-lost': (told) => ({
      subject: `Jours confirmés par une autre production\u00a0: ${french.period(told)}`,
      title: 'Une autre production a confirmé',
      paragraphs: [
        told.to === 'coordinator'
          ? 'Une option placée avant a été confirmée dans le délai, ou la réservation n’est plus possible. La demande ferme reste ouverte jusqu’à son échéance.'
          : 'Une option placée avant a été confirmée dans le délai, ou la réservation n’est plus possible. Votre place est gardée derrière elle.',
      ],
      button: 'Voir ce qui reste',
    }),
    'reminder-of-challenge': (told) => ({
      subject: `Rappel, confirmer ou libérer avant ${french.when(told)}`,
      title: 'Votre option va être libérée',
      paragraphs: [
        `Une autre production attend votre décision sur l’option auprès ${of(told.facts.coordinatorName)}. À l’échéance, l’option est libérée d’elle-même.`,
      ],
      deadline: 'Confirmer ou libérer avant',
      button: 'Décider',
    }),
  },
  en: {
    'must-answer': (told) => ({
      subject: `Confirm or release before ${english.when(told)}: your option on ${english.period(told)}`,
      title: 'Your option must be confirmed or released',
      paragraphs: [
        `Another production commits to booking ${told.facts.coordinatorName} on days that you hold. Confirm them, or release them: at the deadline the option is released by itself.`,
        'Weekends and French public holidays do not count in this time.',
      ],
      deadline: 'Confirm or release before',
      button: 'Decide',
    }),
    'option-challenges': (told) => ({
      subject: `An option ready to confirm: ${english.period(told)}`,
      title: 'A production commits to confirming',
      paragraphs: [
        `${told.facts.companyName} will confirm as soon as the options before its own are released. Those have a time to confirm. There is nothing for you to do.`,
      ],
      button: 'See the booking',
    }),
    'request-pressed': (told) => ({
      subject: `Your firm request moves on: ${english.period(told)}`,
      title: 'Your request is taken, subject to options before it',
      paragraphs: [
        `${told.facts.coordinatorName} wishes to accept. The options before have a time to confirm; if all are released, your booking is confirmed at once.`,
      ],
      button: 'See the request',
    }),
    'challenge-over': (told) => ({
      subject: `Nothing urgent to confirm any more: your option on ${english.period(told)}`,
      title: 'Your option is no longer challenged',
      paragraphs: [
        'The other production no longer awaits your decision. Your option keeps its rank and its own deadline.',
      ],
      deadline: 'Confirm before',
      button: 'Open the booking',
    }),
    'challenge-lapsed': (told) => ({
      subject: `Option released without an answer: ${english.period(told)}`,
      title: 'The option is released',
      paragraphs: [
        told.to === 'coordinator'
          ? `${told.facts.companyName} neither confirmed nor released its option in time. These days are no longer held for it.`
          : 'You neither confirmed nor released the option in time. These days are no longer held for you.',
      ],
      button: 'See the booking',
    }),
    'challenge-won': (told) => ({
      subject: `Booking confirmed: ${english.period(told)}`,
      title: told.to === 'coordinator' ? 'You are booked' : 'The booking is confirmed',
      paragraphs: [
        told.to === 'coordinator'
          ? `No option stands before that of ${told.facts.companyName} any more: the booking is confirmed. These days are now taken in your calendar.`
          : `No option stands before yours with ${told.facts.coordinatorName} any more: the booking is confirmed, as you had committed to.`,
      ],
      button: 'Open the booking',
    }),
    'challenge-lost': (told) => ({
      subject: `Days confirmed by another production: ${english.period(told)}`,
      title: 'Another production has confirmed',
      paragraphs: [
        told.to === 'coordinator'
          ? 'An option placed before was confirmed in time, or the booking is not possible any more. The firm request stays open until its deadline.'
          : 'An option placed before was confirmed in time, or the booking is not possible any more. Your place behind it is kept.',
      ],
      button: 'See what remains',
    }),
    'reminder-of-challenge': (told) => ({
      subject: `Reminder: confirm or release before ${english.when(told)}`,
      title: 'Your option is about to be released',
      paragraphs: [
        `Another production awaits your decision on the option with ${told.facts.coordinatorName}. At the deadline the option is released by itself.`,
      ],
      deadline: 'Confirm or release before',
      button: 'Decide',
    }),
  },
} satisfies NoticeWordsByName

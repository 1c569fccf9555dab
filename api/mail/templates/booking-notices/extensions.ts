import { type NoticeWordsByName, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told of an option that is to hold for longer. */
export const extensions = {
  fr: {
    'extension-asked': (told) => ({
      subject: `Prolonger l’option sur ${french.period(told)}\u00a0: votre accord est demandé`,
      title: 'Une prolongation attend votre réponse',
      paragraphs: [
        `${told.facts.companyName} demande à garder son option plus longtemps. Sans réponse de votre part, l’option prend fin à l’échéance prévue.`,
      ],
      deadline: 'L’option prend fin le',
      button: 'Lire et répondre',
    }),
    'extension-accepted': (told) => ({
      subject: `Option prolongée jusqu’au ${french.when(told)}\u00a0: ${french.period(told)}`,
      title: 'Votre option est prolongée',
      paragraphs: [`${told.facts.coordinatorName} accepte la prolongation. Votre rang ne change pas.`],
      deadline: 'Confirmer avant',
      button: 'Ouvrir la réservation',
    }),
    'extension-refused': (told) => ({
      subject: `Prolongation refusée\u00a0: confirmer avant ${french.when(told)}`,
      title: 'La prolongation est refusée',
      paragraphs: [
        `${told.facts.coordinatorName} ne prolonge pas l’option. Elle prend fin à l’échéance prévue.`,
      ],
      deadline: 'Confirmer avant',
      button: 'Ouvrir la réservation',
    }),
  },
  en: {
    'extension-asked': (told) => ({
      subject: `Extend the option on ${english.period(told)}: your agreement is asked for`,
      title: 'An extension awaits your answer',
      paragraphs: [
        `${told.facts.companyName} asks to keep its option for longer. Without an answer from you, the option ends at its deadline.`,
      ],
      deadline: 'The option ends on',
      button: 'Read and answer',
    }),
    'extension-accepted': (told) => ({
      subject: `Option extended to ${english.when(told)}: ${english.period(told)}`,
      title: 'Your option is extended',
      paragraphs: [`${told.facts.coordinatorName} accepts the extension. Your rank stays as it is.`],
      deadline: 'Confirm before',
      button: 'Open the booking',
    }),
    'extension-refused': (told) => ({
      subject: `Extension refused: confirm before ${english.when(told)}`,
      title: 'The extension is refused',
      paragraphs: [`${told.facts.coordinatorName} does not extend the option. It ends at its deadline.`],
      deadline: 'Confirm before',
      button: 'Open the booking',
    }),
  },
} satisfies NoticeWordsByName

import { type NoticeWordsByName, of, other, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told after the work, of the credit that the production confirms. */
export const credits = {
  fr: {
    'work-completed': (told) =>
      told.to === 'production'
        ? {
            subject: `Travail terminé\u00a0: confirmer le crédit ${of(other(told))}`,
            title: 'Un crédit à confirmer',
            paragraphs: [
              `Les jours réservés auprès ${of(other(told))} sont passés. Confirmez en un clic sa fonction et ses jours de plateau, ou dites que le travail n’a pas eu lieu comme prévu.`,
              'Aucune note, aucun avis n’est demandé. Le titre peut rester confidentiel jusqu’à la date de votre choix.',
            ],
            button: 'Confirmer le crédit',
          }
        : {
            subject: `Travail terminé\u00a0: ${french.period(told)}`,
            title: 'La réservation est accomplie',
            paragraphs: [
              `La société ${other(told)} est invitée à confirmer votre fonction et vos jours de plateau. Vous choisirez ensuite de montrer ce crédit ou non.`,
            ],
            button: 'Ouvrir la réservation',
          },
    'credit-awaited': (told) => ({
      subject: `Rappel\u00a0: le crédit ${of(other(told))} attend votre réponse`,
      title: 'Un crédit attend votre réponse',
      paragraphs: [
        `Le travail ${of(other(told))} est terminé, et personne n’a encore confirmé sa fonction et ses jours de plateau. Un clic suffit, ou deux si le travail n’a pas eu lieu comme prévu.`,
        'Ces jours comptent dans l’expérience que les registres demandent. Vous recevrez deux rappels au plus.',
      ],
      button: 'Confirmer le crédit',
    }),
    'credit-confirmed': (told) => ({
      subject: `Crédit confirmé\u00a0: ${french.period(told)}`,
      title: 'Votre crédit est confirmé',
      paragraphs: [
        `La société ${other(told)} a confirmé votre fonction et vos jours de plateau. Ils comptent dès maintenant dans votre expérience\u202f; rien ne paraît sur votre profil sans votre accord.`,
      ],
      button: 'Lire, montrer ou non',
    }),
    'credit-corrected': (told) => ({
      subject: `Crédit corrigé\u00a0: ${french.period(told)}`,
      title: 'La production a corrigé un crédit',
      paragraphs: [
        `La société ${other(told)} a corrigé ce qu’elle avait confirmé. Si ce n’est pas juste, masquez le crédit et écrivez-lui dans le fil de la réservation.`,
      ],
      button: 'Relire le crédit',
    }),
    'credit-not-as-booked': (told) => ({
      subject: `Crédit non confirmé\u00a0: ${french.period(told)}`,
      title: 'La production n’a pas confirmé le crédit',
      paragraphs: [
        `La société ${other(told)} indique que le travail n’a pas eu lieu comme prévu. Rien n’en paraît nulle part. Si ce n’est pas juste, écrivez-lui dans le fil de la réservation\u202f: elle peut corriger pendant 30\u00a0jours.`,
      ],
      button: 'Ouvrir la réservation',
    }),
  },
  en: {
    'work-completed': (told) =>
      told.to === 'production'
        ? {
            subject: `Work completed: confirm the credit of ${other(told)}`,
            title: 'A credit to confirm',
            paragraphs: [
              `The days booked with ${other(told)} have passed. Confirm their role and days on set in one click, or say that the work did not take place as booked.`,
              'No rating and no review is asked for. The title can stay confidential until a date of your choice.',
            ],
            button: 'Confirm the credit',
          }
        : {
            subject: `Work completed: ${english.period(told)}`,
            title: 'The booking is completed',
            paragraphs: [
              `${other(told)} is asked to confirm your role and days on set. You then choose whether to show this credit.`,
            ],
            button: 'Open the booking',
          },
    'credit-awaited': (told) => ({
      subject: `Reminder: the credit of ${other(told)} awaits your answer`,
      title: 'A credit awaits your answer',
      paragraphs: [
        `The work of ${other(told)} is over, and nobody has confirmed their role and days on set yet. One click does it, or two if the work did not take place as booked.`,
        'These days count towards the experience that registries ask for. You get two reminders at most.',
      ],
      button: 'Confirm the credit',
    }),
    'credit-confirmed': (told) => ({
      subject: `Credit confirmed: ${english.period(told)}`,
      title: 'Your credit is confirmed',
      paragraphs: [
        `${other(told)} confirmed your role and days on set. They count towards your experience from now on; nothing shows on your profile unless you say so.`,
      ],
      button: 'Read it, show it or not',
    }),
    'credit-corrected': (told) => ({
      subject: `Credit corrected: ${english.period(told)}`,
      title: 'The production corrected a credit',
      paragraphs: [
        `${other(told)} corrected what it had confirmed. If this is not right, hide the credit and write to them in the thread of the booking.`,
      ],
      button: 'Read the credit again',
    }),
    'credit-not-as-booked': (told) => ({
      subject: `Credit not confirmed: ${english.period(told)}`,
      title: 'The production did not confirm the credit',
      paragraphs: [
        `${other(told)} says that the work did not take place as booked. Nothing of it shows anywhere. If this is not right, write to them in the thread of the booking: they can correct it for 30\u00a0days.`,
      ],
      button: 'Open the booking',
    }),
  },
} satisfies NoticeWordsByName

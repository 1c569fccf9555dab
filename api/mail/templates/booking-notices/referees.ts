import { type NoticeWordsByName, other, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told of productions that agree to be asked about a work. */
export const referees = {
  fr: {
    'referee-asked': (told) => ({
      subject: `${other(told)} vous demande d’être une référence`,
      title: 'Accepteriez-vous d’être une référence\u202f?',
      paragraphs: [
        `${other(told)} demande si d’autres productions peuvent vous parler de ce travail. Rien n’est écrit, rien n’est noté\u202f: une production vérifiée peut demander à être mise en relation, et vos coordonnées ne lui sont montrées que si vous répondez oui, chaque fois.`,
        'Vous pouvez refuser sans motif, et retirer votre accord à tout moment.',
      ],
      button: 'Accepter ou refuser',
    }),
    'referee-agreed': (told) => ({
      subject: `Référence acceptée\u00a0: ${french.period(told)}`,
      title: 'La production accepte d’être une référence',
      paragraphs: [
        `La société ${other(told)} accepte que des productions vérifiées demandent à lui parler de ce travail. Vous choisissez à qui votre profil le dit.`,
      ],
      button: 'Choisir qui le lit',
    }),
    'referee-refused': (told) => ({
      subject: `Référence refusée\u00a0: ${french.period(told)}`,
      title: 'La production préfère ne pas être une référence',
      paragraphs: [`Votre crédit confirmé par ${other(told)} reste ce qu’il est.`],
      button: 'Ouvrir la réservation',
    }),
    'referee-withdrawn': (told) => ({
      subject: `Référence retirée\u00a0: ${french.period(told)}`,
      title: 'La production n’est plus une référence',
      paragraphs: [
        `La société ${other(told)} a retiré son accord. Votre profil n’en dit plus rien\u202f; votre crédit confirmé reste.`,
      ],
      button: 'Ouvrir la réservation',
    }),
  },
  en: {
    'referee-asked': (told) => ({
      subject: `${other(told)} asks you to be a referee`,
      title: 'Would you be a referee?',
      paragraphs: [
        `${other(told)} asks whether other productions may talk to you about this work. Nothing is written and nothing is rated: a verified production may ask to be put in touch, and your contact is shown to it only if you say yes, each time.`,
        'You may refuse without a reason, and withdraw at any time.',
      ],
      button: 'Agree or refuse',
    }),
    'referee-agreed': (told) => ({
      subject: `Reference agreed: ${english.period(told)}`,
      title: 'The production agrees to be a referee',
      paragraphs: [
        `${other(told)} agrees that verified productions ask to talk to it about this work. You choose whom your profile tells.`,
      ],
      button: 'Choose who reads it',
    }),
    'referee-refused': (told) => ({
      subject: `Reference declined: ${english.period(told)}`,
      title: 'The production would rather not be a referee',
      paragraphs: [`Your credit confirmed by ${other(told)} stays as it is.`],
      button: 'Open the booking',
    }),
    'referee-withdrawn': (told) => ({
      subject: `Reference withdrawn: ${english.period(told)}`,
      title: 'The production is no longer a referee',
      paragraphs: [`${other(told)} withdrew. Your profile no longer says so; your confirmed credit stays.`],
      button: 'Open the booking',
    }),
  },
} satisfies NoticeWordsByName

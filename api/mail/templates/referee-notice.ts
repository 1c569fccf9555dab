import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

/** A production would like to talk to a referee; a referee agreed or refused. */
export type RefereeNotice = 'requested' | 'agreed' | 'refused'

/** Puts two productions in touch, or tells one that it will not be. Names nobody: who it is stands on the page. */
export const refereeNotice = (origin: string, locale: Locale, what: RefereeNotice, path: string): Letter => {
  const { subject, paragraphs, label } = words[locale][what]
  return writeLetter({
    template: `referee-${what}`,
    locale,
    subject,
    paragraphs,
    action: { label, url: pageUrl(origin, locale, path) },
    because: because[locale],
  })
}

const because: Record<Locale, string> = {
  fr: 'Vous recevez ce message parce que votre société est vérifiée sur Repère.',
  en: 'You receive this message because your company is verified on Repère.',
}

type Words = Record<RefereeNotice, { subject: string; paragraphs: string[]; label: string }>

const words: Record<Locale, Words> = {
  fr: {
    requested: {
      subject: 'Une production souhaite vous parler d’un travail passé',
      paragraphs: [
        'Vous avez accepté d’être une référence. Une société vérifiée souhaite être mise en relation avec vous.',
        'Vos coordonnées ne lui sont montrées que si vous répondez oui. Vous pouvez refuser ou ne rien faire, et retirer votre accord à tout moment.',
      ],
      label: 'Voir qui demande et répondre',
    },
    agreed: {
      subject: 'Une référence accepte de vous parler',
      paragraphs: ['Ses coordonnées sont sur la page du profil. Chaque lecture en est notée.'],
      label: 'Voir les coordonnées',
    },
    refused: {
      subject: 'Une référence ne souhaite pas être jointe',
      paragraphs: ['Cela ne dit rien de la personne que vous consultez, ni de son travail.'],
      label: 'Revenir au profil',
    },
  },
  en: {
    requested: {
      subject: 'A production would like to talk to you about past work',
      paragraphs: [
        'You agreed to be a referee. A verified company would like to be put in touch with you.',
        'Your contact is shown to it only if you say yes. You may refuse or do nothing, and withdraw at any time.',
      ],
      label: 'See who asks, and answer',
    },
    agreed: {
      subject: 'A referee agrees to talk to you',
      paragraphs: ['Their contact is on the page of the profile. Each reading of it is noted.'],
      label: 'See the contact',
    },
    refused: {
      subject: 'A referee does not wish to be contacted',
      paragraphs: ['This says nothing of the person you are looking at, nor of their work.'],
      label: 'Back to the profile',
    },
  },
}

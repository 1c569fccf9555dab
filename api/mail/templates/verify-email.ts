import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

/** Asks a new account to prove its address. The link lives a week and works once. */
export const verifyEmail = (origin: string, locale: Locale, token: string): Letter =>
  writeLetter({
    template: 'verify-email',
    locale,
    ...words[locale],
    action: { label: words[locale].label, url: pageUrl(origin, locale, `/verify-email?token=${token}`) },
  })

const words = {
  fr: {
    subject: 'Confirmez votre adresse',
    paragraphs: [
      'Un compte Repère vient d’être créé avec cette adresse. Confirmez-la pour publier un profil ou contacter quelqu’un.',
      'Le lien vaut sept jours et ne sert qu’une fois.',
    ],
    label: 'Confirmer mon adresse',
    because:
      'Si vous n’avez rien demandé, ignorez ce message\u00a0: sans confirmation, le compte est effacé au bout de sept jours.',
  },
  en: {
    subject: 'Confirm your address',
    paragraphs: [
      'A Repère account was just created with this address. Confirm it to publish a profile or contact somebody.',
      'The link holds for seven days and works once.',
    ],
    label: 'Confirm my address',
    because:
      'If you did not ask for this, ignore this message: an unconfirmed account is erased after seven days.',
  },
}

import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

/** The link to choose a new password: 30 minutes, once. */
export const resetPassword = (origin: string, locale: Locale, token: string): Letter =>
  writeLetter({
    template: 'reset-password',
    locale,
    ...words[locale],
    action: { label: words[locale].label, url: pageUrl(origin, locale, `/reset-password?token=${token}`) },
  })

const words = {
  fr: {
    subject: 'Choisir un nouveau mot de passe',
    deadline: 'Ce lien vaut trente minutes',
    paragraphs: ['Vous avez demandé à changer de mot de passe. Toutes vos sessions ouvertes seront fermées.'],
    label: 'Choisir un mot de passe',
    because: 'Si vous n’avez rien demandé, ignorez ce message\u00a0: votre mot de passe reste le même.',
  },
  en: {
    subject: 'Choose a new password',
    deadline: 'This link holds for thirty minutes',
    paragraphs: ['You asked to change your password. All your open sessions will end.'],
    label: 'Choose a password',
    because: 'If you did not ask for this, ignore this message: your password stays the same.',
  },
}

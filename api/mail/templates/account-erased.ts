import type { ErasureReason } from '@repere/db/vocabulary/erasure.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, writeLetter } from '../letter.ts'

/** The template of the one mail whose reader has no account any more. */
export const farewell = 'account-erased'

/** The last mail an account gets: that it is gone, and what stays. It names nobody and leads nowhere. */
export const accountErased = (locale: Locale, because: ErasureReason): Letter => {
  const { subject, opening, stays, queue, reason } = words[locale]
  return writeLetter({
    template: farewell,
    locale,
    subject,
    paragraphs: [opening[because], stays, queue],
    because: reason,
  })
}

interface Words {
  subject: string
  opening: Record<ErasureReason, string>
  stays: string
  queue: string
  reason: string
}

const words: Record<Locale, Words> = {
  fr: {
    subject: 'Votre compte Repère est effacé',
    opening: {
      asked: 'Comme vous l’avez demandé, votre compte et tout ce qu’il contenait sont effacés.',
      operator: 'Le registre a effacé votre compte et tout ce qu’il contenait.',
      unproven: 'Votre adresse n’a pas été confirmée\u00a0: le compte est effacé.',
      unused: 'Votre compte n’a pas servi depuis longtemps\u00a0: il est effacé, comme annoncé.',
    },
    stays:
      'Restent les jours des réservations passées, sans votre nom, pour l’autre partie\u202f; et le journal du registre, qui ne contient que des identifiants sans signification.',
    queue: 'Ce courriel est le dernier. Votre adresse quitte la file d’envoi une fois qu’il est parti.',
    reason: 'Vous recevez ce message parce que cette adresse était celle d’un compte Repère.',
  },
  en: {
    subject: 'Your Repère account is erased',
    opening: {
      asked: 'As you asked, your account and everything in it are erased.',
      operator: 'The registry has erased your account and everything in it.',
      unproven: 'Your address was never confirmed: the account is erased.',
      unused: 'Your account was not used for a long time: it is erased, as announced.',
    },
    stays:
      'What stays: the days of past bookings, without your name, for the other side; and the registry’s audit trail, which holds meaningless identifiers only.',
    queue: 'This is the last mail. Your address leaves the outbox once it is on its way.',
    reason: 'You receive this because this address belonged to a Repère account.',
  },
}

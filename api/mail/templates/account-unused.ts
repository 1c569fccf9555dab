import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

/** Warns that an account nobody uses will be erased, and how to keep it: signing in is enough. */
export const accountUnused = (origin: string, locale: Locale, lastSeenOn: string, inDays: number): Letter => {
  const { subject, paragraphs, label, because } = words[locale]
  return writeLetter({
    template: 'account-unused',
    locale,
    subject: subject(inDays),
    paragraphs: paragraphs(sayDay(locale, lastSeenOn)),
    action: { label, url: pageUrl(origin, locale, '/sign-in') },
    because,
  })
}

const sayDay = (locale: Locale, day: string) =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

interface Words {
  subject: (inDays: number) => string
  paragraphs: (lastSeen: string) => string[]
  label: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    subject: (inDays) => `Votre compte Repère s’efface dans ${inDays}\u00a0jours`,
    paragraphs: (lastSeen) => [
      `Votre dernière visite date du ${lastSeen}. Le registre ne garde pas un compte qui ne sert plus.`,
      'Pour le garder, il suffit de vous connecter. Sans visite, tout s’efface\u00a0: profil, calendrier, échanges. Vous pouvez aussi emporter vos données avant, depuis votre compte.',
    ],
    label: 'Me connecter et garder mon compte',
    because: 'Vous recevez ce message parce que vous avez un compte Repère.',
  },
  en: {
    subject: (inDays) => `Your Repère account will be erased in ${inDays} days`,
    paragraphs: (lastSeen) => [
      `Your last visit was on ${lastSeen}. The registry does not keep an account that nobody uses.`,
      'To keep it, signing in is enough. Without a visit everything is erased: profile, calendar, threads. You may also take your data with you first, from your account.',
    ],
    label: 'Sign in and keep my account',
    because: 'You receive this because you have a Repère account.',
  },
}

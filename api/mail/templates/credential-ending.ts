import { type Day, daysBetween } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface EndingCredential {
  /** The credential's name in the person's language. */
  name: string
  endsOn: Day
  today: Day
}

/** Tells the owner that a credential is about to end, what others will see then, and what can be done. */
export const credentialEnding = (
  origin: string,
  locale: Locale,
  { name, endsOn, today }: EndingCredential,
): Letter => {
  const { subject, deadline, left, effect, renew, label, because } = words[locale]
  const written = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${endsOn}T00:00:00Z`))
  // French counts the first of a month, and only that day.
  const day = locale === 'fr' ? written.replace(/^1 /, '1er ') : written
  return writeLetter({
    template: 'credential-ending',
    locale,
    subject: subject(name),
    deadline: deadline(day, left(daysBetween(today, endsOn))),
    paragraphs: [effect, renew],
    action: { label, url: pageUrl(origin, locale, '/me/credentials') },
    because,
  })
}

interface Words {
  subject: (name: string) => string
  deadline: (day: string, left: string) => string
  left: (days: number) => string
  effect: string
  renew: string
  label: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    subject: (name) => `Bientôt à échéance\u00a0: ${name}`,
    deadline: (day, left) => `Ce titre vaut jusqu’au ${day} inclus, ${left}.`,
    left: (days) =>
      days === 0
        ? 'c’est-à-dire aujourd’hui'
        : days === 1
          ? 'c’est-à-dire demain'
          : `dans ${days}\u00a0jours`,
    effect:
      'Dès le lendemain, votre page l’indiquera comme expiré, et une recherche de ce titre ne vous trouvera plus.',
    renew:
      'S’il est renouvelé, retirez-le de votre liste, puis déclarez-le à nouveau avec le nouveau document\u00a0: le registre l’examinera.',
    label: 'Voir mes titres',
    because:
      'Vous recevez ce message parce que ce titre figure dans votre liste sur Repère. Il est envoyé 60, 30 et 7\u00a0jours avant l’échéance.',
  },
  en: {
    subject: (name) => `About to end: ${name}`,
    deadline: (day, left) => `This credential holds until ${day}, that day included: ${left}.`,
    left: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `${days} days from now`),
    effect:
      'From the next day on, your page will show it as expired, and a search for this credential will no longer find you.',
    renew:
      'If it was renewed, take it back from your list, then declare it again with the new document: the registry will examine it.',
    label: 'See my credentials',
    because:
      'You receive this message because this credential is in your list on Repère. It is sent 60, 30 and 7 days before the end.',
  },
}

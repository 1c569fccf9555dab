import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'
import { disciplineWords, sayDays, sayForm, sayInstant, sayRegions } from './booking-facts.ts'
import { bookings } from './booking-notices/bookings.ts'
import { challenges } from './booking-notices/challenges.ts'
import { credits } from './booking-notices/credits.ts'
import { extensions } from './booking-notices/extensions.ts'
import { options } from './booking-notices/options.ts'
import { proposals } from './booking-notices/proposals.ts'
import { referees } from './booking-notices/referees.ts'
import { requests } from './booking-notices/requests.ts'
import type { NoticeWords, Told } from './booking-notices/told.ts'

const french = {
  ...requests.fr,
  ...proposals.fr,
  ...options.fr,
  ...extensions.fr,
  ...challenges.fr,
  ...bookings.fr,
  ...credits.fr,
  ...referees.fr,
}

/** What happened. */
export type NoticeName = keyof typeof french

const english: Record<NoticeName, (told: Told) => NoticeWords> = {
  ...requests.en,
  ...proposals.en,
  ...options.en,
  ...extensions.en,
  ...challenges.en,
  ...bookings.en,
  ...credits.en,
  ...referees.en,
}

/** The words of every notice. One that is missing in a language does not compile. */
export const notices = { fr: french, en: english }

const labels: Record<
  Locale,
  {
    discipline: string
    days: string
    place: string
    form: string
    hello: string
    safe: string
    because: Record<Told['to'], string>
  }
> = {
  fr: {
    discipline: 'Métier',
    days: 'Jours',
    place: 'Lieu',
    form: 'Forme',
    hello: 'Bonjour',
    safe: 'Ce bouton ouvre une page\u202f; il ne répond pas à votre place. Le titre, la description des scènes et la paie ne sont jamais dans un courriel.',
    because: {
      coordinator:
        'Vous recevez ce message parce que votre profil Repère est publié ou qu’une demande vous concerne.',
      production: 'Vous recevez ce message parce que votre société a fait cette demande sur Repère.',
    },
  },
  en: {
    discipline: 'Work',
    days: 'Days',
    place: 'Place',
    form: 'Form',
    hello: 'Hello',
    safe: 'This button opens a page; it does not answer for you. Titles, scenes and pay are never in a mail.',
    because: {
      coordinator:
        'You receive this because your Repère profile is published, or because a request concerns you.',
      production: 'You receive this because your company made this request on Repère.',
    },
  },
}

const awaitAcceptance: ReadonlySet<NoticeName> = new Set([
  'request-received',
  'request-countered',
  'reminder-to-answer',
])

/** Writes a notice about a booking: the deadline first, one button to its page, nothing confidential. */
export const bookingNotice = (origin: string, locale: Locale, name: NoticeName, told: Told): Letter => {
  const { facts } = told
  const words: NoticeWords = notices[locale][name](told)
  const label = labels[locale]
  return writeLetter({
    template: name,
    locale,
    subject: words.subject,
    title: words.title,
    greeting: `${label.hello} ${told.name},`,
    paragraphs: words.paragraphs,
    ...(words.deadline &&
      facts.deadline && {
        deadline: `${words.deadline} ${sayInstant(locale, facts.deadline, facts.timeZone)}`,
      }),
    rows: [
      [label.discipline, disciplineWords[locale][facts.discipline]],
      [label.days, sayDays(locale, told.days ?? facts.days)],
      ...(facts.regions.length > 0 ? [[label.place, sayRegions(locale, facts.regions)] as const] : []),
      [label.form, sayForm(locale, facts, awaitAcceptance.has(name))],
    ],
    action: { label: words.button, url: pageUrl(origin, locale, pathOf(told, name)) },
    note: label.safe,
    because: label.because[told.to],
  })
}

const pathOf = ({ facts, count = 1 }: Told, name: NoticeName) => {
  if (count > 1) return '/bookings'
  // A message opens where it can be answered.
  return `/bookings/${facts.bookingId}${name === 'message-received' ? '#messages' : ''}`
}

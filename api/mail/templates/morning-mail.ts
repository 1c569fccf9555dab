import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type ChosenKind, chosenKinds, type NoticeKind } from '@repere/db/vocabulary/notice.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface Morning {
  /** How its reader is addressed. */
  name: string
  /** What happened, the earliest first. */
  told: readonly { kind: NoticeKind; title: string }[]
}

const most = 12

/** The mail of the morning: what its reader has not seen, kind by kind. What it says in full is on the pages. */
export const morningMail = (origin: string, locale: Locale, { name, told }: Morning): Letter => {
  const { subject, title, hello, lead, more, label, note, because } = words[locale]
  const shown = told.slice(0, most)
  return writeLetter({
    template: 'morning-mail',
    locale,
    subject: subject(told.length),
    title,
    greeting: `${hello} ${name},`,
    paragraphs: [lead(told.length), ...(told.length > most ? [more(told.length - most)] : [])],
    rows: chosenKinds
      .map((kind) => [kind, shown.filter((one) => one.kind === kind)] as const)
      .filter(([, ofKind]) => ofKind.length > 0)
      .map(([kind, ofKind]) => [kinds[locale][kind], ofKind.map((one) => one.title).join('\n')] as const),
    action: { label, url: pageUrl(origin, locale, '/me/notifications') },
    note,
    because,
  })
}

const kinds: Record<Locale, Record<ChosenKind, string>> = {
  fr: {
    answers: 'Réponses',
    movements: 'Suivi',
    messages: 'Messages',
    calendar: 'Calendrier',
    credentials: 'Titres',
    profile: 'Profil',
    searches: 'Recherches',
  },
  en: {
    answers: 'Answers',
    movements: 'Progress',
    messages: 'Messages',
    calendar: 'Calendar',
    credentials: 'Credentials',
    profile: 'Profile',
    searches: 'Searches',
  },
}

const words = {
  fr: {
    subject: (count: number) =>
      count === 1
        ? 'Ce matin sur Repère\u00a0: une nouvelle'
        : `Ce matin sur Repère\u00a0: ${count}\u00a0nouvelles`,
    title: 'Depuis hier',
    hello: 'Bonjour',
    lead: (count: number) =>
      count === 1
        ? 'Voici ce que vous n’avez pas encore lu.'
        : 'Voici ce que vous n’avez pas encore lu, par sujet.',
    more: (count: number) => `Et ${count}\u00a0de plus sur la page.`,
    label: 'Voir mes notifications',
    note: 'Ce bouton ouvre une page\u202f; il ne marque rien comme lu et ne répond pas à votre place.',
    because:
      'Vous recevez ce message, une fois par jour au plus, parce que vous avez choisi d’apprendre le matin ce qui ne presse pas.',
  },
  en: {
    subject: (count: number) =>
      count === 1 ? 'This morning on Repère: one item' : `This morning on Repère: ${count} items`,
    title: 'Since yesterday',
    hello: 'Hello',
    lead: (count: number) =>
      count === 1 ? 'Here is what you have not read yet.' : 'Here is what you have not read yet, by subject.',
    more: (count: number) => `And ${count} more on the page.`,
    label: 'See my notifications',
    note: 'This button opens a page; it marks nothing as read and does not answer for you.',
    because:
      'You receive this message, once a day at most, because you chose to hear in the morning of what is not pressing.',
  },
} satisfies Record<Locale, unknown>

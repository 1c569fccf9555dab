import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { SearchEnding } from '@repere/db/vocabulary/saved-search.ts'
import { type Letter, type LetterSection, pageUrl, writeLetter } from '../letter.ts'

/** What a kept search has to tell one morning. */
export interface SearchNews {
  id: string
  /** As its owner calls it, or what it asks for. */
  title: Record<Locale, string>
  /** The search as it can be asked today; null when its days are over. */
  query: string | null
  /** Who is new to it. */
  people: readonly { slug: string; displayName: string }[]
  endedBecause: SearchEnding | null
  /** The page that ends the news of this search alone. */
  stopUrl: string
}

export interface News {
  name: string
  searches: readonly SearchNews[]
}

const most = 12

/**
 * Who is new to the searches somebody keeps, search by search; and which of them are over. Names and links alone: days
 * and credentials are read where they are true at the moment of reading.
 */
export const savedSearchNews = (origin: string, locale: Locale, { name, searches }: News): Letter => {
  const said = words[locale]
  const people = new Set(searches.flatMap((one) => one.people.map(({ slug }) => slug))).size
  const subject = people > 0 ? said.subject(people) : said.over(searches.length)
  return writeLetter({
    template: 'saved-search-news',
    locale,
    subject,
    greeting: `${said.hello} ${name},`,
    paragraphs: [people > 0 ? said.lead(searches.length) : said.overLead(searches.length)],
    sections: searches.map((search) => toSection(origin, locale, search)),
    action: { label: said.label, url: pageUrl(origin, locale, '/account/searches') },
    note: said.note,
    because: said.because,
  })
}

const toSection = (origin: string, locale: Locale, search: SearchNews): LetterSection => {
  const { more, open, stop, endings } = words[locale]
  const { title, query, people, endedBecause, stopUrl } = search
  return {
    heading: title[locale],
    lines: [
      ...people.slice(0, most).map(({ slug, displayName }) => ({
        text: displayName,
        url: pageUrl(origin, locale, `/coordinators/${slug}`),
      })),
      ...(people.length > most ? [{ text: more(people.length - most) }] : []),
      ...(endedBecause ? [{ text: endings[endedBecause] }] : []),
    ],
    links: endedBecause
      ? []
      : [
          ...(query === null
            ? []
            : [{ label: open, url: pageUrl(origin, locale, `/coordinators?${query}`) }]),
          { label: stop, url: stopUrl },
        ],
  }
}

const nbsp = '\u00a0'

const words = {
  fr: {
    subject: (count: number) =>
      count === 1
        ? 'Une personne nouvelle pour vos recherches'
        : `${count}${nbsp}personnes nouvelles pour vos recherches`,
    over: (count: number) =>
      count === 1 ? 'Une de vos recherches est terminée' : `${count}${nbsp}de vos recherches sont terminées`,
    hello: 'Bonjour',
    lead: (count: number) =>
      count === 1
        ? 'Voici qui répond à une recherche que vous gardez, et n’y répondait pas encore.'
        : 'Voici qui répond aux recherches que vous gardez, et n’y répondait pas encore.',
    overLead: (count: number) =>
      count === 1
        ? 'Nous ne la regardons plus pour vous. Merci de nous l’avoir confiée.'
        : 'Nous ne les regardons plus pour vous. Merci de nous les avoir confiées.',
    more: (count: number) => `et ${count}${nbsp}de plus sur la page`,
    open: 'Ouvrir la recherche',
    stop: 'Ne plus recevoir d’alerte pour cette recherche',
    endings: {
      'days-past':
        'Ses jours sont passés\u00a0: elle est terminée. Vous pouvez la refaire avec d’autres jours.',
      'not-understood':
        'Un de ses critères n’existe plus dans le registre\u00a0: elle est terminée. Refaites-la sans lui.',
    } satisfies Record<SearchEnding, string>,
    label: 'Voir mes recherches gardées',
    note: 'Ces liens ouvrent des pages\u202f; ils ne changent rien à votre place.',
    because:
      'Vous recevez ce message, une fois par jour au plus pour toutes vos recherches, parce que vous les gardez sur Repère.',
  },
  en: {
    subject: (count: number) =>
      count === 1 ? 'One new person for your searches' : `${count} new people for your searches`,
    over: (count: number) =>
      count === 1 ? 'One of your searches is over' : `${count} of your searches are over`,
    hello: 'Hello',
    lead: (count: number) =>
      count === 1
        ? 'Here is who answers a search you keep, and did not before.'
        : 'Here is who answers the searches you keep, and did not before.',
    overLead: (count: number) =>
      count === 1
        ? 'We no longer watch it for you. Thank you for trusting us with it.'
        : 'We no longer watch them for you. Thank you for trusting us with them.',
    more: (count: number) => `and ${count} more on the page`,
    open: 'Open the search',
    stop: 'Stop telling me about this search',
    endings: {
      'days-past': 'Its days have passed: it is over. You can make it again with other days.',
      'not-understood':
        'One of its filters is no longer in the registry: it is over. Make it again without it.',
    } satisfies Record<SearchEnding, string>,
    label: 'See the searches I keep',
    note: 'These links open pages; they change nothing for you.',
    because:
      'You receive this message, once a day at most for all your searches, because you keep them on Repère.',
  },
} satisfies Record<Locale, unknown>

import type { CredentialState, Day, Locale, SeenProfile } from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'
import { formatAgo } from '#lib/dates/instants.ts'
import * as m from '#lib/paraglide/messages.js'
import { practicalFacts } from '#lib/profile/facts.ts'
import type { ProfileWords } from '#lib/server/profile-words.ts'
import { credentialStateNames } from '#lib/words/credentials.ts'
import { languageName, regionName } from '#lib/words/places.ts'
import { titleIn } from '#lib/words/titles.ts'

/** Somebody to compare, as this reader may see them. */
export interface Compared {
  profile: SeenProfile
  words: ProfileWords
}

export interface Item {
  text: string
  /** Of a credential: its sign stands before it. */
  state?: CredentialState
  /** Not everybody has it, though they have something in common here. */
  apart: boolean
}

/** One criterion: of each person what is said, in the order of people; nothing where they say nothing. */
export interface Row {
  term: string
  cells: readonly (readonly Item[])[]
  /** Whether all of them say the same. */
  alike: boolean
}

type Said = Pick<Item, 'text' | 'state'>

/** What people say of themselves, criterion by criterion: first where they differ, then where they are alike. */
export function rowsOf(people: readonly Compared[], today: Day, locale: Locale): Row[] {
  const facts = people.map(({ profile, words }) => practicalFacts(profile, words, locale))
  // Told one by one below, so that what only one of them speaks stands out.
  const terms = [...new Set(facts.flat().map(({ term }) => term))].filter(
    (term) => term !== m.profile_languages(),
  )
  const rows = [
    row(m.compare_calendar(), people, ({ profile }) => lastConfirmed(profile, today, locale)),
    row(m.compare_credentials(), people, ({ profile, words }) => proofOf(profile, words, locale)),
    row(m.compare_experience(), people, ({ profile }) => experienceOf(profile)),
    row(m.compare_skills(), people, ({ profile, words }) =>
      profile.specialisms.map((code) => ({ text: words.names.specialisms[code] ?? code })),
    ),
    row(m.compare_regions(), people, ({ profile }) =>
      profile.regions.map((code) => ({ text: regionName(code, locale) })),
    ),
    row(m.profile_languages(), people, ({ profile }) => languagesOf(profile, locale)),
    ...terms.map((term) =>
      row(term, people, (_, index) => (facts[index] ?? []).filter((fact) => fact.term === term)),
    ),
    row(m.compare_answers(), people, ({ profile }) => answersOf(profile)),
  ].filter(({ cells }) => cells.some((items) => items.length > 0))
  return [...rows.filter(({ alike }) => !alike), ...rows.filter(({ alike }) => alike)]
}

function row(
  term: string,
  people: readonly Compared[],
  say: (one: Compared, index: number) => readonly Said[],
): Row {
  const cells = people.map(say)
  const texts = cells.map((items) => new Set(items.map(({ text }) => text)))
  const shared = (text: string) => texts.every((said) => said.has(text))
  const common = cells.some((items) => items.some(({ text }) => shared(text)))
  return {
    term,
    alike: cells.every((items) => items.every(({ text }) => shared(text))) && sameSize(cells),
    cells: cells.map((items) =>
      items.map(({ text, state }) => ({ text, ...(state && { state }), apart: common && !shared(text) })),
    ),
  }
}

const sameSize = (cells: readonly (readonly Said[])[]) =>
  new Set(cells.map((items) => items.length)).size === 1

const lastConfirmed = ({ calendarConfirmedOn }: SeenProfile, today: Day, locale: Locale): Said[] =>
  calendarConfirmedOn === null
    ? [{ text: m.compare_calendar_never() }]
    : [{ text: formatAgo(calendarConfirmedOn, today, locale) }]

const proofOf = ({ credentials }: SeenProfile, { names }: ProfileWords, locale: Locale): Said[] =>
  credentials.map(({ code, state, endsOn }) => {
    const name = names.credentials[code] ?? code
    const proof = credentialStateNames[locale][state]
    const until =
      endsOn && state !== 'expired' ? `, ${m.compare_until({ day: formatDay(endsOn, locale) })}` : ''
    return { text: `${name}, ${proof}${until}`, state }
  })

const experienceOf = (profile: SeenProfile): Said[] => [
  ...(profile.confirmedDays ? [{ text: m.compare_days_confirmed({ count: profile.confirmedDays }) }] : []),
  ...(profile.daysOnSet ? [{ text: m.compare_days_declared({ count: profile.daysOnSet }) }] : []),
  ...(profile.productionsCount ? [{ text: m.compare_productions({ count: profile.productionsCount }) }] : []),
]

const languagesOf = ({ languages }: SeenProfile, locale: Locale): Said[] =>
  languages.map(({ code, level }) => ({
    text: level === 'native' ? languageName(code, locale) : `${languageName(code, locale)}\u00a0${level}`,
  }))

/** How soon requests were answered; said of nobody before five answers. */
function answersOf({ responseTime }: SeenProfile): Said[] {
  if (!responseTime) return [{ text: m.compare_answers_few() }]
  const { medianHours, answers } = responseTime
  if (medianHours < 1) return [{ text: m.compare_answers_at_once({ answers }) }]
  return medianHours < 48
    ? [{ text: m.compare_answers_hours({ count: medianHours, answers }) }]
    : [{ text: m.compare_answers_days({ count: Math.round(medianHours / 24), answers }) }]
}

/** What stands under a name: the title the person chose. */
export const titleOf = ({ titleForm }: SeenProfile, locale: Locale) => titleIn(titleForm, locale)

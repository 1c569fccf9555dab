import type { Locale, PublicProfile } from '@repere/api/client.ts'
import { countDays, joinWords } from '#lib/dates/days.ts'
import { formatMoney } from '#lib/dates/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import type { ProfileWords } from '#lib/server/profile-words.ts'
import { employmentFormNames } from '#lib/words/employment.ts'
import { levelNames } from '#lib/words/levels.ts'
import { mediumNames } from '#lib/words/media.ts'
import { mobilityNames, workPermitNames } from '#lib/words/mobility.ts'
import { mentoringNames } from '#lib/words/people.ts'
import { inRegion, languageName } from '#lib/words/places.ts'
import { levelIn } from '#lib/words/tiers.ts'

export interface Fact {
  term: string
  text: string
  /** Where it can be read, for what is public elsewhere. */
  href?: string | null
}

/** What a production asks about in practice; only what the person shows to this reader. */
export function practicalFacts(profile: PublicProfile, { names }: ProfileWords, locale: Locale): Fact[] {
  const facts: (Fact | false | undefined)[] = [
    { term: m.profile_languages(), text: languagesOf(profile, locale) },
    levelsOf(profile, locale),
    profile.employmentForms?.length && {
      term: m.profile_contracts(),
      text: profile.employmentForms
        .map((form) => inside(employmentFormNames[locale][form], locale))
        .join(', '),
    },
    profile.media?.length && {
      term: m.profile_media(),
      text: profile.media.map((medium) => mediumNames[locale][medium].toLocaleLowerCase(locale)).join(', '),
    },
    profile.remotePrep !== undefined && {
      term: m.profile_remote(),
      text: profile.remotePrep ? m.profile_remote_yes() : m.profile_remote_no(),
    },
    profile.noticeDays !== undefined && {
      term: m.profile_notice(),
      text: countDays(profile.noticeDays, locale),
    },
    profile.rate && { term: m.profile_rate(), text: rateOf(profile.rate, locale) },
    profile.mentoring &&
      profile.mentoring !== 'none' && {
        term: m.profile_mentoring(),
        text: mentoringNames[locale][profile.mentoring].toLocaleLowerCase(locale),
      },
    profile.mobility?.length && {
      term: m.depth_mobility(),
      text: profile.mobility.map((word) => mobilityNames[locale][word].toLocaleLowerCase(locale)).join(', '),
    },
    listed(m.depth_countries(), profile.countries, names.countries),
    listed(m.depth_permits(), profile.workPermits, workPermitNames[locale]),
    listed(m.depth_labels(), profile.labels, names.labels),
    listed(m.depth_tools(), profile.tools, names.tools),
    (profile.insured || profile.firstAid) && {
      term: m.depth_safeguards(),
      text: [profile.insured && m.depth_insured(), profile.firstAid && m.depth_first_aid()]
        .filter(Boolean)
        .join(', '),
    },
    profile.codeOfConduct && {
      term: m.depth_conduct(),
      text: profile.codeOfConduct.name,
      href: profile.codeOfConduct.link,
    },
  ].map((fact) => fact || undefined)
  return facts.filter((fact): fact is Fact => fact !== undefined && fact !== false && fact.text !== '')
}

/** A name inside a sentence: small at its start, but for « CDDU » and its like. */
const inside = (name: string, locale: Locale) =>
  /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1)

const listed = (
  term: string,
  codes: readonly string[] | undefined,
  names: Readonly<Record<string, string>>,
): Fact | undefined =>
  codes?.length ? { term, text: codes.map((code) => names[code] ?? code).join(', ') } : undefined

const languagesOf = ({ languages }: PublicProfile, locale: Locale) =>
  languages
    .map(({ code, level }) =>
      level === 'native' ? languageName(code, locale) : `${languageName(code, locale)}\u00a0${level}`,
    )
    .join(', ')

function levelsOf({ levels, disciplines }: PublicProfile, locale: Locale): Fact | undefined {
  const told = disciplines.flatMap((discipline) => {
    const level = levels[discipline]
    if (level === undefined) return []
    return [
      disciplines.length > 1
        ? levelIn(discipline, level, locale)
        : levelNames[locale][level].toLocaleLowerCase(locale),
    ]
  })
  return told.length > 0
    ? { term: m.profile_level(), text: told.join(locale === 'fr' ? '\u202f; ' : '; ') }
    : undefined
}

function rateOf(rate: NonNullable<PublicProfile['rate']>, locale: Locale): string {
  const [from, to] = [rate.fromCents, rate.toCents].map((cents) =>
    cents === null ? '' : formatMoney(cents, rate.currency, locale),
  )
  return from && to && from !== to ? m.profile_rate_range({ from, to }) : (from ?? '') || (to ?? '')
}

/** « en Bretagne, en Île-de-France et en Pays de la Loire »: the base first, at most four named. */
export function whereOf({ regions, baseRegion }: PublicProfile, locale: Locale): string {
  const sorted = [...regions].sort((a, b) => Number(b === baseRegion) - Number(a === baseRegion))
  const named = sorted.slice(0, 4).map((code) => inRegion(code, locale))
  const others = sorted.length - named.length
  if (others === 0) return joinWords(named, locale)
  return `${named.join(', ')} ${others === 1 ? m.profile_others_one() : m.profile_others_many({ count: others })}`
}

/** A text in the reader's language, else in the other one, said to be so. */
export function textIn(
  texts: { fr?: string | undefined; en?: string | undefined } | undefined,
  locale: Locale,
): { text: string; lang: Locale; note?: string } | undefined {
  const own = texts?.[locale]
  if (own) return { text: own, lang: locale }
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const text = texts?.[other]
  if (!text) return undefined
  return { text, lang: other, note: other === 'fr' ? m.profile_only_french() : m.profile_only_english() }
}

/** Who this is, for search engines: only what the page says, in an escaped form that cannot leave its element. */
export const linkedData = (profile: PublicProfile, address: string): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: profile.displayName,
    jobTitle: profile.titleForm,
    url: address,
    knowsLanguage: profile.languages.map(({ code }) => code).filter((code) => code.length === 2),
  }).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

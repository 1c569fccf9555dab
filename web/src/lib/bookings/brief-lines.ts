import type { Booking, Locale } from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'
import * as m from '#lib/paraglide/messages.js'
import {
  countPerformers,
  ecoDeliverableNames,
  ecoObligationNames,
  ecoScopeNames,
  intimacyDeliverableNames,
  intimacyWhyNames,
  natureNames,
  nudityNames,
} from '#lib/words/briefs.ts'

export type Brief = NonNullable<Booking['project']['brief']>
type Intimacy = Extract<Brief, { scenes: unknown }>
type Eco = Exclude<Brief, Intimacy>

/** One line of a brief: what it is about, and what it says. */
export interface BriefLine {
  label: string
  text: string
}

/** A line that one wording of a brief says otherwise than the one before; an empty text: not said at all. */
export interface BriefChange {
  label: string
  before: string
  after: string
}

/** A brief line by line, as its reader gets it; what it does not say is left out, but for what should be asked about. */
export const briefLines = (brief: Brief, locale: Locale): BriefLine[] => [
  ...('scenes' in brief ? intimacyLines(brief, locale) : ecoLines(brief, locale)),
  {
    label: m.booking_conditions(),
    text:
      list(locale, [
        brief.conditions.prepPaid && m.booking_prep_paid(),
        brief.conditions.travelPaid && m.booking_travel_paid(),
        brief.conditions.lodgingPaid && m.booking_lodging_paid(),
        brief.conditions.perDiem && m.booking_per_diem(),
        brief.conditions.shadowPlace && m.booking_shadow_place(),
      ]) || m.booking_not_said(),
  },
]

/** What a wording changes of the one before it; lines that stay are not named. The dates agreed on are told, too. */
export const briefChanges = (before: Brief, after: Brief, locale: Locale): BriefChange[] => {
  const [old, now] = [withDates(before, locale), withDates(after, locale)]
  const textIn = (lines: readonly BriefLine[], label: string) =>
    lines.find((line) => line.label === label)?.text ?? ''
  return [...new Set([...now, ...old].map(({ label }) => label))]
    .map((label) => ({ label, before: textIn(old, label), after: textIn(now, label) }))
    .filter((change) => change.before !== change.after)
}

/** The page of a booking shows the dates in the back-schedule, so that the lines of a brief leave them out. */
const withDates = (brief: Brief, locale: Locale): BriefLine[] => [
  ...briefLines(brief, locale),
  ...('scenes' in brief ? [] : brief.dates).map(({ deliverable, day }) => ({
    label: ecoDeliverableNames[locale][deliverable],
    text: formatDay(day, locale),
  })),
]

const intimacyLines = (brief: Intimacy, locale: Locale): BriefLine[] => [
  ...brief.scenes.map((scene, index) => ({
    label: m.booking_scene({ number: index + 1 }),
    text: list(locale, [
      ...scene.natures.map((word) => natureNames[locale][word]),
      `${m.booking_nudity()} ${nudityNames[locale][scene.nudity].toLocaleLowerCase(locale)}`,
      ...scene.performers.map(({ bracket, count }) => countPerformers(count, bracket, locale)),
      scene.group && m.booking_group(),
      scene.bodyDouble && m.booking_double(),
    ]),
  })),
  ...said(m.booking_why(), brief.why && intimacyWhyNames[locale][brief.why]),
  {
    label: m.booking_set(),
    text:
      list(locale, [
        brief.closedSet && m.booking_closed_set(),
        brief.riders && m.booking_riders(),
        brief.rehearsalTime && m.booking_rehearsal_time(),
        brief.harassmentContactNamed && m.booking_harassment_contact(),
        brief.childrenSupervisor && m.booking_children_supervisor(),
        brief.authorisation && m.project_authorisation(),
      ]) || m.booking_not_said(),
  },
  ...said(m.booking_deliverables(), named(locale, intimacyDeliverableNames[locale], brief.deliverables)),
]

const ecoLines = (brief: Eco, locale: Locale): BriefLine[] => [
  ...said(m.booking_obligations(), named(locale, ecoObligationNames[locale], brief.obligations)),
  ...said(
    m.booking_label(),
    brief.label &&
      [brief.label, brief.labelAppliesOn && formatDay(brief.labelAppliesOn, locale)]
        .filter(Boolean)
        .join(', '),
  ),
  ...said(m.booking_tool(), brief.tool),
  ...said(m.booking_crew(), brief.crewSize?.toString()),
  ...said(m.project_shoot_days(), brief.shootDays?.toString()),
  ...said(m.project_sites(), brief.sites?.toString()),
  ...said(m.booking_scopes(), named(locale, ecoScopeNames[locale], brief.scopes)),
  ...said(m.booking_deliverables(), named(locale, ecoDeliverableNames[locale], brief.deliverables)),
]

const said = (label: string, text: string | null | undefined): BriefLine[] => (text ? [{ label, text }] : [])

const named = <Word extends string>(locale: Locale, names: Record<Word, string>, words: readonly Word[]) =>
  list(
    locale,
    words.map((word) => names[word]),
  )

/** A label within a sentence begins small, but for initials: « CNC », « VHSS ». */
const small = (word: string, locale: Locale) =>
  /^\p{Lu}\p{Ll}/u.test(word) ? word[0]?.toLocaleLowerCase(locale) + word.slice(1) : word

const list = (locale: Locale, words: readonly (string | false | null)[]) =>
  words
    .filter((word) => typeof word === 'string')
    .map((word, index) => (index === 0 ? word : small(word, locale)))
    .join(', ')

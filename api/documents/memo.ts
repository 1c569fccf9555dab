import { dayIn } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { BookingShape } from '../bookings/service.ts'
import type { Brief } from '../http/brief.ts'
import {
  disciplineWords,
  projectTypeWords,
  sayCount,
  sayInstant,
  sayRegions,
} from '../mail/templates/booking-facts.ts'
import { percentOn, type Stretch, stretchesOf } from './cancellation-rules.ts'
import { sayDay, sayDays, sayRange } from './day-words.ts'
import { capital, quote, sayCountry, sayMoney, sayPercent, saySiret } from './figures.ts'
import { memoWords } from './memo-languages.ts'
import type { MemoWords } from './memo-words.ts'
import type { Fact, Paper, Section } from './paper.ts'
import type { Parties } from './repository.ts'
import { agreementWords, employmentWords, phaseWords, rateWords, shareWords } from './words.ts'

/** All that a deal memo says: the booking as its reader may read it, and who its parties are. */
export interface MemoFacts {
  booking: BookingShape
  parties: Parties
  /** What comes with the work; null where nobody described the project, or nobody can read it any more. */
  conditions: Brief['conditions'] | null
  reference: string
  madeAt: Date
}

interface Written extends MemoFacts {
  locale: Locale
  words: MemoWords
}

/** The deal memo in a language. */
export const toMemo = (facts: MemoFacts, locale: Locale): Paper => {
  const words = memoWords[locale]
  const written = { ...facts, locale, words }
  const { discipline } = facts.booking.project
  return {
    language: locale,
    discipline,
    title: words.title,
    subtitle: `${nameOfWork(written)}, ${disciplineWords[locale][discipline]}`,
    mark: markOf(written),
    notice: words.notice,
    sections: [
      partiesOf(written),
      projectOf(written),
      daysOf(written),
      payOf(written),
      employmentOf(written),
      expensesOf(written),
      cancellationOf(written),
      { ...section(words.headings.silence), texts: [...words.silence] },
      agreedOf(written),
    ],
    reference: facts.reference,
    madeAt: facts.madeAt.toISOString(),
  }
}

const section = (heading: string, facts: Fact[] = []): Section => ({ heading, facts, texts: [], grid: null })

const fact = (term: string, ...lines: (string | null | undefined | false)[]): Fact => ({
  term,
  lines: lines.filter((line): line is string => Boolean(line)),
})

const zoneOf = ({ booking }: Written): string => booking.coordinator.timeZone

const dayOf = (written: Written, instant: string): string =>
  sayDay(written.locale, dayIn(zoneOf(written), new Date(instant)))

const momentOf = (written: Written, instant: string): string =>
  sayInstant(written.locale, new Date(instant), zoneOf(written))

/** The title where this reader may read it, else the code name, else nothing but that it is confidential. */
const nameOfWork = ({ booking: { project }, locale, words }: Written): string => {
  const name = project.title ?? project.codeName
  return name ? quote(locale, name) : words.confidential
}

const markOf = (written: Written): string | null => {
  const { booking, words } = written
  if (!booking.endedAt) return null
  const at = dayOf(written, booking.endedAt)
  if (booking.state === 'completed') return words.marks.completed(at)
  if (booking.state === 'voided') return words.marks.voided(at)
  const by = booking.timeline.findLast(({ kind }) => kind === 'cancelled')?.by
  return booking.state === 'cancelled' ? words.marks.cancelled(at, by ?? 'clock') : null
}

const partiesOf = (written: Written): Section => {
  const { booking, parties, words } = written
  return section(words.headings.parties, [
    booking.company.removed
      ? fact(words.production, words.removed.production)
      : fact(words.production, ...companyLines(written)),
    booking.coordinator.removed
      ? fact(words.coordination, words.removed.coordinator)
      : fact(
          words.coordination,
          parties.coordinator.legalName ?? booking.coordinator.displayName,
          parties.coordinator.legalName &&
            parties.coordinator.legalName !== booking.coordinator.displayName &&
            words.knownAs(booking.coordinator.displayName),
          capital(booking.coordinator.titleForm),
        ),
  ])
}

const companyLines = ({ parties: { company }, locale, words }: Written): string[] => [
  company.legalName,
  company.country === 'FR'
    ? words.siret(saySiret(company.registration))
    : words.foreign(sayCountry(locale, company.country), company.registration),
  words.agreement(agreementWords[locale][company.agreement]),
  words.representedBy(company.contactName, company.contactFunction),
]

const projectOf = (written: Written): Section => {
  const { booking, locale, words } = written
  const { project } = booking
  return {
    ...section(words.headings.project, [
      fact(words.work, `${nameOfWork(written)}, ${projectTypeWords[locale][project.type]}`),
      fact(words.discipline, capital(disciplineWords[locale][project.discipline])),
      fact(words.places, sayRegions(locale, project.regions) || words.noPlaces),
    ]),
    texts: booking.textsErasedAt ? [words.textsGone(dayOf(written, booking.textsErasedAt))] : [],
  }
}

const daysOf = ({ booking, locale, words }: Written): Section => ({
  ...section(words.headings.days),
  texts: [
    words.total(sayCount(locale, booking.days.length)),
    booking.exclusiveDays.length > 0
      ? words.exclusive(sayDays(locale, booking.exclusiveDays))
      : words.noneExclusive,
  ],
  grid: {
    columns: [words.columns.phase, words.columns.days, words.columns.where],
    rows: booking.phases.map(({ kind, days, remote, exclusive }) => [
      phaseWords[locale][kind],
      `${capital(sayDays(locale, days))}\n${sayCount(locale, days.length)}`,
      [remote ? words.remote : words.onSite, ...(exclusive ? [] : [words.remark.shared])].join('\n'),
    ]),
  },
})

const payOf = ({ booking: { rate }, conditions, locale, words }: Written): Section =>
  section(words.headings.pay, [
    fact(
      words.rate,
      rate
        ? `${sayMoney(locale, rate.amountCents, rate.currency)} ${rateWords[locale][rate.per]}`
        : words.noRate,
    ),
    fact(words.prep, conditions?.prepPaid ? words.prepPaid : words.unsaid),
  ])

const employmentOf = ({ booking: { employmentForm }, locale, words }: Written): Section => ({
  ...section(words.headings.employment, [
    fact(words.form, employmentForm ? employmentWords[locale][employmentForm] : words.noForm),
  ]),
  texts: [
    ...(employmentForm === 'foreign' ? [] : [words.customary]),
    ...(employmentForm === 'invoice' || employmentForm === null ? [words.subordination] : []),
  ],
})

const expensesOf = ({ conditions, words }: Written): Section => ({
  ...section(
    words.headings.expenses,
    conditions
      ? [
          fact(words.travel, conditions.travelPaid ? words.covered : words.unsaid),
          fact(words.lodging, conditions.lodgingPaid ? words.covered : words.unsaid),
          fact(words.perDiem, conditions.perDiem ? words.given : words.unsaid),
        ]
      : [],
  ),
  texts: [conditions ? words.fromBrief : words.noBrief],
})

const cancellationOf = (written: Written): Section => {
  const { booking, locale, words } = written
  const firstDay = booking.days[0] ?? ''
  const stretches = stretchesOf(booking.policy.cancellation, firstDay)
  const then =
    booking.state === 'cancelled' && booking.endedAt
      ? percentOn(stretches, dayIn(zoneOf(written), new Date(booking.endedAt)))
      : undefined
  return {
    ...section(words.headings.cancellation),
    texts: [
      words.cancellationLead(sayDay(locale, firstDay)),
      ...(then === undefined
        ? []
        : [then > 0 ? words.cancelledShare(sayPercent(locale, then)) : words.cancelledFree]),
    ],
    grid: {
      columns: [words.cancellationColumns.when, words.cancellationColumns.share],
      rows: stretches.map((stretch) => [
        sayStretch(stretch, written),
        stretch.percent === 0 ? words.nothing : sayShare(stretch.percent, written),
      ]),
    },
  }
}

const sayStretch = ({ from, to }: Stretch, { locale, words }: Written): string => {
  if (from === null) return words.until(sayDay(locale, to ?? ''))
  if (to === null) return words.from(sayDay(locale, from))
  return from === to ? words.onDay(sayDay(locale, from)) : capital(sayRange(locale, from, to))
}

/** « 25 %, soit 95 € brut par jour convenu ». */
const sayShare = (percent: number, { booking: { rate }, locale, words }: Written): string => {
  const share = sayPercent(locale, percent)
  if (!rate) return share
  const amount = sayMoney(locale, Math.round((rate.amountCents * percent) / 100), rate.currency)
  return `${share}, ${words.thatIs(`${amount} ${shareWords[locale][rate.per]}`)}`
}

const agreedOf = (written: Written): Section => {
  const { booking, locale, words, madeAt, reference } = written
  const standing = booking.terms.find(({ version }) => version === booking.termsVersion)
  const by = words.bySide[standing?.by ?? 'production']
  const held = booking.placedAt && booking.placedAt !== booking.confirmedAt ? booking.placedAt : null
  return {
    ...section(words.headings.agreed, [
      fact(words.asked, words.askedHow(momentOf(written, booking.requestedAt), booking.kind === 'firm')),
      ...(held ? [fact(words.held, momentOf(written, held))] : []),
      fact(words.confirmed, booking.confirmedAt && momentOf(written, booking.confirmedAt)),
      fact(words.terms, words.version(booking.termsVersion, by)),
      fact(words.reference, reference),
      fact(words.made, sayInstant(locale, madeAt, zoneOf(written))),
    ]),
    texts: [words.referenceNote],
  }
}

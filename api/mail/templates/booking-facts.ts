import type { BookingKind } from '@repere/db/vocabulary/booking.ts'
import { type Day, daysOf, rangesOf, saidAs, weekdayOf } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { ProjectType } from '@repere/db/vocabulary/medium.ts'
import { type RegionCode, regions } from '@repere/db/vocabulary/region.ts'

/** All that a mail may say of a booking: never a title, a scene, a rate or somebody’s words. */
export interface BookingFacts {
  bookingId: string
  kind: BookingKind
  /** How long an option holds, in days. */
  optionDays: number
  discipline: Discipline
  projectType: ProjectType
  regions: readonly RegionCode[]
  days: readonly Day[]
  companyName: string
  coordinatorName: string
  /** Of the coordinator: deadlines fall there. */
  timeZone: string
  deadline: Date | null
}

const languageTag: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const weekdays: Record<Locale, readonly string[]> = {
  fr: ['lu', 'ma', 'me', 'je', 've', 'sa', 'di'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
}

const ordinal = (locale: Locale, date: number) => (locale === 'fr' && date === 1 ? '1er' : String(date))

/** Making a format costs fifty times as much as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const name = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(languageTag[locale], options)
  formats.set(name, made)
  return made
}

const partsOf = (locale: Locale, instant: Date, timeZone: string) => {
  const format = formatOf(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const part = Object.fromEntries(
    format.formatToParts(saidAs(timeZone, instant)).map(({ type, value }) => [type, value]),
  )
  return {
    date: `${part.weekday} ${ordinal(locale, Number(part.day))} ${part.month}`,
    year: part.year,
    time: locale === 'fr' ? `${Number(part.hour)}\u00a0h\u00a0${part.minute}` : `${part.hour}:${part.minute}`,
  }
}

/** `jeudi 26 novembre 2026, 18 h 00 (heure de Paris)`, `Thursday 26 November 2026, 18:00 (Paris time)`. */
export const sayInstant = (locale: Locale, instant: Date, timeZone: string): string => {
  const { date, year, time } = partsOf(locale, instant, timeZone)
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return `${date} ${year}, ${time} ${locale === 'fr' ? `(heure de ${city})` : `(${city} time)`}`
}

/** The same for a subject line: `jeudi 26 novembre, 18 h 00`. */
export const sayShortly = (locale: Locale, instant: Date, timeZone: string): string => {
  const { date, time } = partsOf(locale, instant, timeZone)
  return `${date}, ${time}`
}

const monthName = (locale: Locale, month: string, withYear: boolean) =>
  formatOf(locale, {
    timeZone: 'UTC',
    month: 'long',
    ...(withYear && { year: 'numeric' }),
  }).format(new Date(`${month}-15T12:00:00Z`))

const byMonth = (days: readonly Day[]) => Map.groupBy([...days].sort(), (day) => day.slice(0, 7))

const sayDay = (locale: Locale, day: Day) =>
  `${weekdays[locale][weekdayOf(day) - 1]}\u00a0${ordinal(locale, Number(day.slice(8)))}`

/** `mars 2027 : lu 8, ma 9, me 10` a line per month; beyond a dozen days, days in a row become `lu 8 – ve 12`. */
export const sayDays = (locale: Locale, days: readonly Day[]): string => {
  const isLong = days.length > 12
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  return [...byMonth(days)]
    .map(([month, inMonth]) => {
      const runs = rangesOf(inMonth).flatMap(({ from, to }) =>
        isLong && daysOf([{ from, to }]).length > 2
          ? [`${sayDay(locale, from)}\u00a0– ${sayDay(locale, to)}`]
          : daysOf([{ from, to }]).map((day) => sayDay(locale, day)),
      )
      return `${monthName(locale, month, true)}${colon}${runs.join(', ')}`
    })
    .join('\n')
}

/** `9 jours, mars et avril`: for a subject line. */
export const sayPeriod = (locale: Locale, days: readonly Day[]): string => {
  const months = [...byMonth(days).keys()].map((month) => monthName(locale, month, false))
  const list = new Intl.ListFormat(languageTag[locale]).format(
    months.length > 3 ? [months[0] ?? '', months.at(-1) ?? ''] : months,
  )
  return `${sayCount(locale, days.length)}, ${list}`
}

export const sayCount = (locale: Locale, count: number): string =>
  locale === 'fr' ? `${count}\u00a0jour${count > 1 ? 's' : ''}` : `${count}\u00a0day${count === 1 ? '' : 's'}`

export const sayRegions = (locale: Locale, codes: readonly RegionCode[]): string =>
  codes
    .map((code) => regions.find((region) => region.code === code))
    .map((region) => (locale === 'fr' ? region?.nameFr : region?.nameEn) ?? '')
    .join(', ')

export const disciplineWords: Record<Locale, Record<Discipline, string>> = {
  fr: { intimacy: 'coordination d’intimité', 'eco-production': 'coordination d’écoproduction' },
  en: { intimacy: 'intimacy coordination', 'eco-production': 'eco-production coordination' },
}

export const projectTypeWords: Record<Locale, Record<ProjectType, string>> = {
  fr: {
    feature: 'un long métrage',
    series: 'une série',
    'single-drama': 'un unitaire',
    short: 'un court métrage',
    documentary: 'un documentaire',
    entertainment: 'une émission',
    commercial: 'une publicité',
    'music-video': 'un clip',
    'live-capture': 'une captation',
    theatre: 'une pièce de théâtre',
    opera: 'un opéra',
    dance: 'un spectacle de danse',
    'game-vr': 'un jeu ou une œuvre en réalité virtuelle',
    animation: 'une œuvre d’animation',
  },
  en: {
    feature: 'a feature film',
    series: 'a series',
    'single-drama': 'a single drama',
    short: 'a short film',
    documentary: 'a documentary',
    entertainment: 'an entertainment programme',
    commercial: 'a commercial',
    'music-video': 'a music video',
    'live-capture': 'a live capture',
    theatre: 'a play',
    opera: 'an opera',
    dance: 'a dance piece',
    'game-vr': 'a game or virtual reality work',
    animation: 'an animated work',
  },
}

/** What is asked for: while it is, an option says how many days it will hold. */
export const sayForm = (locale: Locale, { kind, optionDays }: BookingFacts, isAsked: boolean): string => {
  if (kind === 'firm') return locale === 'fr' ? 'réservation ferme' : 'firm booking'
  if (!isAsked) return 'option'
  const held = sayCount(locale, optionDays)
  return locale === 'fr' ? `option, ${held} dès l’accord` : `option, ${held} from acceptance`
}

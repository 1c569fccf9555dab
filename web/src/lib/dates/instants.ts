import { type Day, dayIn, daysBetween, type Locale, saidAs } from '@repere/api/client.ts'
import { formatDay } from './days.ts'
import { nbsp } from './names.ts'

/** Deadlines of the product fall in Paris unless somebody's own zone is meant. */
export const paris = 'Europe/Paris'

/** The hour on the wall of a time zone: « 18 h 00 », “18:00”. */
export function formatTime(instant: Date | string, locale: Locale, timeZone = paris): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [hour = '', minute = ''] = clock.format(new Date(instant)).split(':')
  return locale === 'fr' ? `${Number(hour)}${nbsp}h${nbsp}${minute}` : `${hour}:${minute}`
}

/** Day and hour, midnight being the end of a day: « jeu. 26 nov., 18 h 00 »; `full` « 26 nov. 2026, 18 h 00 »; `long` « jeudi 26 novembre 2026, 18 h 00 ». */
export function formatInstant(
  instant: Date | string,
  locale: Locale,
  {
    long = false,
    full = false,
    timeZone = paris,
  }: { long?: boolean; full?: boolean; timeZone?: string } = {},
): string {
  const said = saidAs(timeZone, new Date(instant))
  const day = dayIn(timeZone, said)
  return `${formatDay(day, locale, long ? 'long' : full ? 'full' : 'weekday')}, ${formatTime(said, locale, timeZone)}`
}

/** How long ago a day was, seen from today: « aujourd’hui », « hier », « il y a 5 jours », « il y a 3 mois ». */
export function formatAgo(day: Day, today: Day, locale: Locale): string {
  const count = Math.max(0, daysBetween(day, today))
  if (count === 0) return locale === 'fr' ? 'aujourd’hui' : 'today'
  if (count === 1) return locale === 'fr' ? 'hier' : 'yesterday'
  const months = Math.floor(count / 30)
  if (months < 2) return locale === 'fr' ? `il y a${nbsp}${count}${nbsp}jours` : `${count}${nbsp}days ago`
  return locale === 'fr' ? `il y a${nbsp}${months}${nbsp}mois` : `${months}${nbsp}months ago`
}

export interface TimeLeft {
  days: number
  hours: number
  minutes: number
  over: boolean
}

/** What is left until a deadline, in whole minutes; `over` at and after it. */
export function timeLeft(until: Date | string, now: Date): TimeLeft {
  const minutes = Math.max(0, Math.floor((new Date(until).getTime() - now.getTime()) / 60_000))
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
    over: new Date(until).getTime() <= now.getTime(),
  }
}

/** The two largest units of what is left: « 2 j 04 h », « 4 h 12 », “4 h 12 min”. */
export function formatTimeLeft({ days, hours, minutes }: TimeLeft, locale: Locale): string {
  const two = (count: number) => String(count).padStart(2, '0')
  if (days > 0) return `${days}${nbsp}${locale === 'fr' ? 'j' : 'd'} ${two(hours)}${nbsp}h`
  if (hours > 0) return `${hours}${nbsp}h${nbsp}${two(minutes)}${locale === 'fr' ? '' : `${nbsp}min`}`
  return `${minutes}${nbsp}min`
}

import { dayIn, saidAs } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { sayDay } from './day-words.ts'

const clockOf = (timeZone: string, instant: Date, seconds: boolean): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
    hourCycle: 'h23',
  }).format(instant)

/** « 12 novembre 2026, 10 h 05 », “12 November 2026, 10:05”. */
export const sayMoment = (locale: Locale, at: string, timeZone: string): string => {
  const instant = saidAs(timeZone, new Date(at))
  const [hour = '', minute = ''] = clockOf(timeZone, instant, false).split(':')
  const time = locale === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`
  return `${sayDay(locale, dayIn(timeZone, instant))}, ${time}`
}

/** The instant as clocks of the zone show it, with its distance from Greenwich: `2026-11-12T10:05:00+01:00`. */
export const isoIn = (timeZone: string, at: string): string => {
  const instant = new Date(at)
  const shift = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')
  return `${dayIn(timeZone, instant)}T${clockOf(timeZone, instant, true)}${shift?.value.replace('GMT', '') || '+00:00'}`
}

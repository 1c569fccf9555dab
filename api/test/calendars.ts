import { addDays, type Day } from '@repere/db/vocabulary/day.ts'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

/** The days of each event of a file, by its name, as two programs that know nothing of ours read them. */
export type DaysByUid = Record<string, Day[]>

/** As `ical.js` reads it, which Thunderbird is built on. */
export const readWithIcalJs = (text: string): DaysByUid => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return Object.fromEntries(
    calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      const length = event.duration.toSeconds() / 86_400
      const starts: Day[] = []
      if (event.isRecurring()) {
        const series = event.iterator()
        for (let next = series.next(); next; next = series.next()) starts.push(next.toString().slice(0, 10))
      } else starts.push(event.startDate.toString().slice(0, 10))
      return [event.uid, starts.flatMap((day) => runOf(day, length))]
    }),
  )
}

/** As `node-ical` reads it, which home servers are built on. */
export const readWithNodeIcal = (text: string): DaysByUid => {
  const read = nodeIcal.sync.parseICS(text)
  const days: DaysByUid = {}
  for (const event of Object.values(read)) {
    if (event?.type !== 'VEVENT') continue
    const [from, to] = [new Date('2020-01-01T00:00:00Z'), new Date('2035-01-01T00:00:00Z')]
    days[event.uid] = nodeIcal
      .expandRecurringEvent(event, { from, to })
      .flatMap(({ start, end }) => runOf(localDay(start), Math.round((+end - +start) / 86_400_000)))
  }
  return days
}

const runOf = (day: Day, length: number): Day[] => Array.from({ length }, (_, at) => addDays(day, at))

/** It gives whole days as midnights of the machine. */
const localDay = (date: Date): Day =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

/** A line of a file, unfolded: `STATUS:CONFIRMED`. */
export const linesOf = (text: string): string[] => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, type TestCoordinator } from '../test/bookings.ts'
import { aCalendar, aForm } from '../test/files.ts'

let api: TestApi
let person: TestCoordinator
beforeAll(async () => {
  api = await createTestApi()
  person = await aCoordinator(api)
})
afterAll(() => api.close())

const hour = ['DTSTART:20200101T100000Z', 'DTEND:20200101T110000Z']
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const many = (count: number, lines: (number: number) => string[]) =>
  ['BEGIN:VCALENDAR', ...Array.from({ length: count }, (_, at) => event(...lines(at))), 'END:VCALENDAR'].join(
    '\r\n',
  )
const everything = (list: readonly string[]) => list.join(',')
const upTo = (most: number) => Array.from({ length: most }, (_, at) => String(at))
/** Every second of every day, in less than a kilobyte. */
const bomb = `RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${everything(upTo(24))};BYMINUTE=${everything(upTo(60))};BYSECOND=${everything(upTo(60))};BYSETPOS=-1,1`

const files: Record<string, { text: string; fault?: string; leftOut?: string }> = {
  'a second that repeats for ever': {
    text: aCalendar(...hour, 'RRULE:FREQ=SECONDLY'),
    leftOut: 'too-often',
  },
  'a thousand seconds that repeat for ever': {
    text: many(1_000, (at) => [`UID:${at}`, ...hour, 'RRULE:FREQ=SECONDLY']),
    fault: 'too-heavy',
  },
  'a rule that never matches, since the year 1000': {
    text: many(200, (at) => [
      `UID:${at}`,
      'DTSTART:10000101T100000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=999999999;BYSETPOS=1;BYMONTH=1',
    ]),
    fault: 'too-heavy',
  },
  'a bomb of a kilobyte': { text: many(200, (at) => [`UID:${at}`, ...hour, bomb]), fault: 'too-heavy' },
  'five megabytes of daily events': {
    text: many(18_000, (at) => [
      `UID:${at}`,
      'DTSTART;TZID=Europe/Paris:20200101T100000',
      'DTEND;TZID=Europe/Paris:20200101T110000',
      `SUMMARY:${'x'.repeat(140)}`,
      'RRULE:FREQ=DAILY',
    ]),
    fault: 'too-heavy',
  },
  'a nest half a million deep': { text: 'BEGIN:VCALENDAR\r\n'.repeat(250_000), fault: 'too-deep' },
  'five million empty lines': { text: '\n'.repeat(5_000_000), fault: 'too-many-lines' },
  'a line of five megabytes': {
    text: `BEGIN:VCALENDAR\r\nX-A:${'é'.repeat(2_400_000)}`,
    fault: 'cut-short',
  },
  'a million folds': {
    text: `BEGIN:VCALENDAR\r\nUID:${'a\r\n '.repeat(1_000_000)}\r\nEND:VCALENDAR`,
    fault: 'too-many-lines',
  },
  'twenty-one thousand events': { text: many(21_000, () => ['DTSTART:1']), fault: 'too-many-events' },
}

const multipart = { 'content-type': 'multipart/form-data; boundary=part' }
const fileHead = 'content-disposition: form-data; name="file"; filename="agenda.ics"'

const isLong = process.env.REPERE_LONG === '1'
const short = ['a second that repeats for ever', 'a bomb of a kilobyte', 'a nest half a million deep']
const tried = Object.entries(files).filter(([name]) => isLong || short.includes(name))

describe.each(tried)('%s', (_, { text, fault, leftOut }) => {
  test('is refused or left out with its reason, and slows down nobody else', async () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5 * 1_048_576)
    // Written out beforehand: what a browser does to send it is no work of ours.
    const form = `--part\r\n${fileHead}\r\n\r\n${text}\r\n--part--\r\n`
    const waited: number[] = []
    // A machine that is busy with other things makes everybody wait: the calmest of three readings is ours.
    while (waited.length < 3 && !waited.some((ms) => ms < 100)) {
      const delay = monitorEventLoopDelay({ resolution: 5 })
      delay.enable()
      const { status, body } = await person.client.post('/api/me/calendar-import', form, multipart)
      delay.disable()
      if (fault) expect([status, body.code, body.because]).toEqual([400, 'calendar-unreadable', fault])
      else expect(body.preview.leftOut).toEqual([{ reason: leftOut, count: 1 }])
      waited.push(delay.percentile(99) / 1e6)
    }
    expect(Math.min(...waited), 'milliseconds that others waited').toBeLessThan(100)
  }, 60_000)
})

test('more than five megabytes is refused unread', async () => {
  const { status, body } = await person.client.post(
    '/api/me/calendar-import',
    aForm('x'.repeat(5_300_000), 'agenda.ics'),
  )
  expect([status, body.code]).toEqual([413, 'file-too-large'])
})

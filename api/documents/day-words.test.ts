import { addDays, type Day } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayDays } from './day-words.ts'

/** Spaces that may not break, as plain ones: they have a test of their own. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const run = (from: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index))

const table: { days: Day[]; fr: string; en: string }[] = [
  { days: [], fr: '', en: '' },
  { days: ['2027-03-09'], fr: 'le 9 mars 2027', en: '9 March 2027' },
  { days: ['2027-03-01'], fr: 'le 1er mars 2027', en: '1 March 2027' },
  { days: run('2027-03-04', 2), fr: 'les 4 et 5 mars 2027', en: '4 and 5 March 2027' },
  { days: run('2027-03-04', 3), fr: 'du 4 au 6 mars 2027', en: '4–6 March 2027' },
  {
    days: [...run('2027-03-04', 3), '2027-03-09'],
    fr: 'du 4 au 6 mars, le 9 mars 2027',
    en: '4–6 March, 9 March 2027',
  },
  {
    days: ['2027-03-01', '2027-03-09', '2027-03-12'],
    fr: 'les 1er, 9 et 12 mars 2027',
    en: '1, 9 and 12 March 2027',
  },
  { days: run('2027-02-27', 4), fr: 'du 27 février au 2 mars 2027', en: '27 February – 2 March 2027' },
  { days: ['2027-03-31', '2027-04-01'], fr: 'le 31 mars, le 1er avril 2027', en: '31 March, 1 April 2027' },
  {
    days: run('2027-12-30', 4),
    fr: 'du 30 décembre 2027 au 2 janvier 2028',
    en: '30 December 2027 – 2 January 2028',
  },
  {
    days: ['2027-12-09', '2028-01-06'],
    fr: 'le 9 décembre 2027, le 6 janvier 2028',
    en: '9 December 2027, 6 January 2028',
  },
  {
    days: ['2027-03-15', '2027-03-08', ...run('2027-04-10', 3), '2027-04-20', '2027-03-09'],
    fr: 'les 8, 9 et 15 mars, du 10 au 12 avril, le 20 avril 2027',
    en: '8, 9 and 15 March, 10–12 April, 20 April 2027',
  },
]

describe('days as a contract writes them', () => {
  for (const { days, fr, en } of table)
    test(fr || 'nothing where there are none', () => {
      expect(plain(sayDays('fr', days))).toBe(fr)
      expect(plain(sayDays('en', days))).toBe(en)
    })

  test('a day never breaks from its month, nor a month from its year', () => {
    for (const { days } of table) expect(sayDays('fr', days)).not.toMatch(/\d (?!au|et)|[a-zûé] \d/)
  })

  const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  )

  /** Reads them back, knowing nothing of how they were put together: from the end, where the years stand. */
  const read = (text: string): Day[] => {
    let [month, year] = [0, 0]
    const days: Day[] = []
    let end: Day | undefined
    for (const word of plain(text).replaceAll(/[,.]/g, ' ').split(/ +/).reverse()) {
      const number = Number.parseInt(word, 10)
      if (months.includes(word)) month = months.indexOf(word) + 1
      else if (number > 31) year = number
      else if (number > 0) {
        const day = new Date(Date.UTC(year, month - 1, number)).toISOString().slice(0, 10)
        if (end === undefined) days.push(day)
        else for (let one = addDays(end, -1); one >= day; one = addDays(one, -1)) days.push(one)
        end = undefined
      } else if (word === 'au') end = days.at(-1)
    }
    return days.reverse()
  }

  test('says each day once, whatever they are', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(offsets, (chosen) => {
        const days = chosen.map((offset) => addDays('2027-10-20', offset)).sort()
        expect(read(sayDays('fr', days))).toEqual(days)
      }),
    )
  })
})

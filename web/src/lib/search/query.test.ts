import { daysOf } from '@repere/api/client.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, carriedOver, onPage, toggled, withDays, without } from './changes.ts'
import { daysAsked } from './days.ts'
import { isExact, readSearch, regionOf } from './query.ts'

const today = '2026-11-23'
const exact = (text: string) => readSearch(new URLSearchParams(text), today).query.toString()

describe('the address of a search', () => {
  test('loses what a form leaves empty, what is so anyway and what it does not know', () => {
    expect(exact('q=&discipline=&region=&from=&to=&availability=free&sort=relevance&page=1&utm=x')).toBe('')
    expect(exact('discipline=cooking&credentialState=sure&language=xx&q=+nu+')).toBe('q=nu')
  })

  test('loses control characters and signs of direction, and with nothing else is no search', () => {
    expect(exact('q=%00')).toBe('')
    expect(exact('q=%E2%80%AEana%E2%81%A6%00b')).toBe('q=ana+b')
  })

  test('asks for no days where it was not made exact, whatever it says', () => {
    const asked = (text: string) => daysAsked(new URLSearchParams(text))
    expect(asked('from=2027-03-08&to=2027-03-09')).toHaveLength(2)
    const began = performance.now()
    for (const run of [
      'from=1000-01-01&to=2999-12-31',
      'from=-271000-01-01&to=%2B275000-01-01',
      'from=a&to=b',
    ])
      expect(asked(run)).toEqual([])
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('takes regions by the names people type', () => {
    expect(exact('region=Bretagne&region=paris&region=FR-BRE')).toBe('region=FR-BRE&region=FR-IDF')
    expect(regionOf('Provence Alpes Cote d’azur')).toBe('FR-PAC')
    expect(regionOf('Atlantide')).toBeUndefined()
  })

  test('takes days typed in one field or in two', () => {
    expect(exact('days=8, 9 mars 2027')).toBe('from=2027-03-08&to=2027-03-09')
    expect(exact('days=8/3/2027, 2/4')).toBe('days=2027-03-08%2C2027-04-02')
    expect(exact('from=08/03/2027&to=11/03/2027')).toBe('from=2027-03-08&to=2027-03-11')
    expect(exact('from=08/03/2027')).toBe('from=2027-03-08&to=2027-03-08')
    expect(exact('to=08/03/2027&availability=any')).toBe('from=2027-03-08&to=2027-03-08&availability=any')
  })

  test('says which typed day it could not read, and searches without days', () => {
    const read = readSearch(
      new URLSearchParams('days=31/02/2027&discipline=intimacy&availability=any'),
      today,
    )
    expect(read.query.toString()).toBe('discipline=intimacy')
    expect(read.refusal).toMatchObject({ because: 'no-such-day', suggestion: '2027-02-28' })
    expect(read.typedDays).toBe('31/02/2027')
    expect(readSearch(new URLSearchParams('from=9/3/2027&to=8/3/2027'), today).refusal).toMatchObject({
      because: 'inverted',
    })
  })

  test('is exact once read, whatever was typed', () => {
    const words = fc.constantFrom(
      'q',
      'discipline',
      'region',
      'language',
      'days',
      'from',
      'to',
      'page',
      'sort',
    )
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom('intimacy', 'FR-BRE', 'Paris', 'fr', '8-12/3/2027', '2027-03-08', '2', 'name', ''),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(words, values)), (pairs) => {
        const { query } = readSearch(new URLSearchParams(pairs), today)
        const again = readSearch(query, today)
        expect(isExact(query, again.query)).toBe(true)
        expect(again.refusal).toBeUndefined()
      }),
    )
  })
})

describe('a search one click away', () => {
  const search = new URLSearchParams('discipline=intimacy&region=FR-BRE&region=FR-IDF&seed=s&page=3')

  test('goes back to the first page and keeps the order', () => {
    expect(without(search, 'region', 'FR-BRE').toString()).toBe('discipline=intimacy&seed=s&region=FR-IDF')
    expect(toggled(toggled(search, 'region', 'FR-NOR'), 'region', 'FR-NOR').getAll('region')).toEqual([
      'FR-BRE',
      'FR-IDF',
    ])
    expect(onPage(search, 2, 't').toString()).toBe(
      'discipline=intimacy&region=FR-BRE&region=FR-IDF&seed=t&page=2',
    )
  })

  test('carries days as a run or as a list, and none at all', () => {
    const run = daysOf([{ from: '2027-03-08', to: '2027-03-10' }])
    expect(daysAsked(withDays(search, run))).toEqual(run)
    const scattered = [...run, '2027-04-02']
    expect(addressOf(withDays(search, scattered))).toContain(
      'days=2027-03-08,2027-03-09,2027-03-10,2027-04-02',
    )
    expect(daysAsked(withDays(search, scattered))).toEqual(scattered)
    expect(addressOf(withDays(new URLSearchParams('availability=any'), []))).toBe('/coordinators')
  })

  test.each<[link: string, answered: string, newer: string, next: string]>([
    // Days typed since: a chip, a sort and a region of the map leave them.
    ['', 'region=FR-BRE', 'region=FR-BRE&days=8/3/2027', 'days=8/3/2027'],
    ['q=nu&sort=name', 'q=nu', 'q=nu&days=8/3/2027', 'q=nu&sort=name&days=8/3/2027'],
    [
      'region=FR-BRE&from=2027-03-08&to=2027-03-09',
      'from=2027-03-08&to=2027-03-09',
      'days=9/3/2027',
      'region=FR-BRE&days=9/3/2027',
    ],
    // The days themselves taken away, or chosen on the month: the link knows best.
    ['q=nu', 'q=nu&from=2027-03-08&to=2027-03-09', 'q=nude&from=2027-03-08&to=2027-03-09', 'q=nude'],
    // Words typed since, and a box ticked since.
    [
      'region=FR-IDF',
      'region=FR-BRE&region=FR-IDF',
      'q=nu&region=FR-BRE&region=FR-IDF',
      'q=nu&region=FR-IDF',
    ],
    [
      'region=FR-IDF',
      'q=n&region=FR-IDF',
      'q=nu&region=FR-IDF&region=FR-BRE',
      'q=nu&region=FR-IDF&region=FR-BRE',
    ],
    // The page of another answer is none of this one.
    ['q=n&page=2', 'q=n', 'q=nu', 'q=nu'],
  ])('a link to %s from %s keeps what %s says besides', (link, answered, newer, next) => {
    const read = (text: string) => new URLSearchParams(text)
    expect(decodeURIComponent(carriedOver(read(link), read(answered), read(newer)).toString())).toBe(next)
  })
})

import { addDays, rangesOf } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replayedOn, toCanonicalQuery } from './canonical.ts'
import { parseFilters } from './query-string.ts'

const today = '2027-02-01'
const known = { credentials: new Set(['IC-IDC', 'CST']), specialisms: new Set(['nudity', 'kink']) }
const parse = (query: string, on = today) => parseFilters(new URLSearchParams(query), on, known)
const canonical = (query: string) => {
  const parsed = parse(query)
  return parsed.ok ? toCanonicalQuery(parsed.filters) : 'refused'
}

test.each([
  ['region=FR-PDL&region=FR-BRE&discipline=intimacy', 'discipline=intimacy&region=FR-BRE&region=FR-PDL'],
  ['days=2027-03-10,2027-03-08,2027-03-09', 'from=2027-03-08&to=2027-03-10'],
  ['days=2027-03-10,2027-03-08&availability=some', 'days=2027-03-08%2C2027-03-10&availability=some'],
  ['availability=some&q=%20kink%20', 'q=kink'],
  ['region=FR-COR&seed=7&page=3&perPage=5&sort=name&availability=free', 'region=FR-20R'],
  ['q=ki%00nk%0A', 'q=ki+nk'],
  ['q=%E2%80%AEkink%E2%81%A6%20%E2%80%8Fcalme%E2%81%A9', 'q=kink+calme'],
  ['q=%D8%B3%D9%8A%D9%86%D9%85%D8%A7', 'q=%D8%B3%D9%8A%D9%86%D9%85%D8%A7'],
  ['q=%00', 'refused'],
  ['q=%E2%80%AE%E2%81%A9', 'refused'],
  ['', ''],
])('%s is kept as %s', (query, kept) => expect(canonical(query)).toBe(kept))

const some = fc.record(
  {
    q: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
    discipline: fc.constantFrom('intimacy', 'eco-production'),
    credential: fc.constantFrom('IC-IDC', 'CST'),
    region: fc.constantFrom('FR-BRE', 'FR-COR', 'CH'),
    language: fc.constantFrom('fr', 'lsf'),
    days: fc
      .uniqueArray(fc.nat(300), { minLength: 1, maxLength: 12 })
      .map((days) => days.map((day) => addDays(today, day)).join(',')),
    availability: fc.constantFrom('free', 'some', 'any'),
  },
  { requiredKeys: [] },
)

test('a kept search is the same search, and keeping it again changes nothing', () =>
  fc.assert(
    fc.property(some, (values) => {
      const asked = parse(new URLSearchParams(values as Record<string, string>).toString())
      if (!asked.ok) return
      const kept = toCanonicalQuery(asked.filters)
      const again = parse(kept)
      expect(again.ok && toCanonicalQuery(again.filters)).toBe(kept)
      const { days, availability } = asked.filters
      const same = { ...asked.filters, availability: days.length > 0 ? availability : 'free' }
      expect(again).toEqual({ ok: true, filters: same })
    }),
  ))

test('on a later day the days that are past are left out, until none is left', () =>
  fc.assert(
    fc.property(some, fc.nat(320), (values, later) => {
      const asked = parse(new URLSearchParams(values as Record<string, string>).toString())
      if (!asked.ok) return
      const on = addDays(today, later)
      const left = asked.filters.days.filter((day) => day >= on)
      const replayed = replayedOn(toCanonicalQuery(asked.filters), on)
      if (asked.filters.days.length > 0 && left.length === 0) expect(replayed).toBeUndefined()
      else {
        const parsed = parse(replayed ?? 'nothing=1', on)
        expect(parsed.ok && rangesOf(parsed.filters.days)).toEqual(rangesOf(left))
      }
    }),
  ))

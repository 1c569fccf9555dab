import { addDays, daysOf, rangesOf } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Holding,
  heldDays,
  movedUp,
  obstaclesAmong,
  optionsAhead,
  ranksOf,
  takenDays,
} from './rank-rules.ts'

const quiet = {
  expiresAt: new Date('2027-02-20T09:00:00Z'),
  challengeUntil: null,
  challengedBy: null,
  challengeHours: 24,
  frozen: false,
}

const hold = (
  id: string,
  days: string[],
  {
    state = 'option',
    company = id,
    minute = 0,
  }: { state?: Holding['state']; company?: string; minute?: number } = {},
): Holding => ({
  ...quiet,
  id,
  companyId: company,
  state,
  exclusiveDays: rangesOf(days.map((day) => `2027-03-${day}`)),
  placedAt: new Date(Date.UTC(2027, 0, 1, 0, minute)),
})

test('first option on three days, second on two', () => {
  const holdings = [
    hold('b', ['08', '09', '10', '15', '16'], { minute: 2 }),
    hold('a', ['15', '16', '20'], { minute: 1 }),
  ]
  expect(ranksOf('b', holdings).map(({ date, rank, of }) => `${date.slice(-2)}: ${rank}/${of}`)).toEqual([
    '08: 1/1',
    '09: 1/1',
    '10: 1/1',
    '15: 2/2',
    '16: 2/2',
  ])
  expect(obstaclesAmong(holdings[0] as Holding, holdings)).toContain('not-first-option')
  expect(obstaclesAmong(holdings[1] as Holding, holdings)).not.toContain('not-first-option')
})

test('a confirmation of another takes its days; one’s own does not', () => {
  const mine = hold('a', ['08', '09'], { state: 'confirmed' })
  const other = hold('b', ['09', '10'], { minute: 1 })
  expect(takenDays(other, [mine, other])).toEqual(['2027-03-09'])
  expect(takenDays(mine, [mine, other])).toEqual([])
})

test('days are held by another company’s option, never by one’s own', () => {
  const option = hold('a', ['08'], { company: 'phare' })
  expect(heldDays(hold('b', ['08'], { company: 'phare', state: 'requested' }), [option])).toEqual([])
  expect(heldDays(hold('b', ['08'], { company: 'ecume', state: 'requested' }), [option])).toEqual([
    '2027-03-08',
  ])
})

test('when the first option goes, the second moves up on the days they had in common', () => {
  const first = hold('a', ['08', '09'], { minute: 1 })
  const second = hold('b', ['09', '10'], { minute: 2 })
  const third = hold('c', ['09'], { minute: 3 })
  expect(movedUp([first, second, third], [second, third])).toEqual([
    { id: 'b', days: ['2027-03-09'] },
    { id: 'c', days: ['2027-03-09'] },
  ])
})

test('when a confirmation is cancelled, the options that stood behind it revive', () => {
  const confirmed = hold('a', ['08', '09'], { state: 'confirmed' })
  const behind = hold('b', ['09', '10'], { minute: 2 })
  expect(movedUp([confirmed, behind], [behind])).toEqual([{ id: 'b', days: ['2027-03-09'] }])
})

const anyDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 })
  .map((numbers) => numbers.map((number) => addDays('2027-03-01', number)))
const anyHoldings = fc
  .array(fc.record({ days: anyDays, confirmed: fc.boolean(), minute: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 8,
  })
  .map((parts) =>
    parts.map(
      ({ days, confirmed, minute }, index): Holding => ({
        ...quiet,
        id: `id-${index}`,
        companyId: `company-${index % 3}`,
        state: confirmed ? 'confirmed' : 'option',
        exclusiveDays: rangesOf(days),
        placedAt: new Date(minute),
      }),
    ),
  )

test('on every day the ranks of the options are 1, 2, 3 … without gap or tie', () => {
  fc.assert(
    fc.property(anyHoldings, (holdings) => {
      const onDay = new Map<string, number[]>()
      for (const { id } of holdings)
        for (const { date, rank } of ranksOf(id, holdings))
          onDay.set(date, [...(onDay.get(date) ?? []), rank])
      for (const ranks of onDay.values())
        expect(ranks.sort((a, b) => a - b)).toEqual(ranks.map((_, index) => index + 1))
    }),
  )
})

test('taking one away never lowers anybody, and whoever gained is told of exactly the days gained', () => {
  fc.assert(
    fc.property(anyHoldings, fc.nat(), (holdings, pick) => {
      fc.pre(holdings.length > 0)
      const gone = holdings[pick % holdings.length] as Holding
      const rest = holdings.filter(({ id }) => id !== gone.id)
      const told = new Map(movedUp(holdings, rest).map(({ id, days }) => [id, days]))
      for (const option of rest.filter(({ state }) => state === 'option')) {
        const before = new Map(ranksOf(option.id, holdings).map(({ date, rank }) => [date, rank]))
        for (const { date, rank } of ranksOf(option.id, rest))
          expect(rank).toBeLessThanOrEqual(before.get(date) ?? 0)
        const shared = daysOf(option.exclusiveDays).filter((day) => daysOf(gone.exclusiveDays).includes(day))
        const taken = takenDays(option, rest)
        const gained = shared.filter((day) =>
          gone.state === 'confirmed' || taken.includes(day)
            ? !taken.includes(day)
            : ranksOf(option.id, rest).some(
                ({ date, rank }) => date === day && rank < (before.get(day) ?? 0),
              ),
        )
        expect(told.get(option.id) ?? []).toEqual(gained)
      }
    }),
  )
})

test('the options ahead are those placed earlier on one of its days; of a request, all of other companies', () => {
  const holdings = [
    hold('a', ['08', '09'], { minute: 1 }),
    hold('b', ['09', '10'], { minute: 2 }),
    hold('c', ['10'], { minute: 3 }),
    hold('d', ['11'], { minute: 0 }),
  ]
  const ahead = (one: Holding) => optionsAhead(one, holdings).map(({ id }) => id)
  expect(ahead(holdings[1] as Holding)).toEqual(['a'])
  expect(ahead(holdings[2] as Holding)).toEqual(['b'])
  expect(ahead(holdings[0] as Holding)).toEqual([])
  expect(ahead(hold('e', ['08', '10'], { state: 'requested', company: 'c' }))).toEqual(['a', 'b'])
})

test('an option has somebody ahead exactly when it is not first on all its days', () => {
  fc.assert(
    fc.property(anyHoldings, (holdings) => {
      for (const option of holdings.filter(({ state }) => state === 'option'))
        expect(optionsAhead(option, holdings).length > 0).toBe(
          ranksOf(option.id, holdings).some(({ rank }) => rank > 1),
        )
    }),
  )
})

test('nobody moves up on a day that a confirmation holds', () => {
  const before = [hold('a', ['08']), hold('b', ['08'], { minute: 1 }), hold('c', ['08'], { minute: 2 })]
  const after = [hold('b', ['08'], { state: 'confirmed' }), before[2] as Holding]
  expect(movedUp(before, after)).toEqual([])
})

import type { DayState } from '@repere/api/client.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairOf } from './pair.ts'

const states: readonly DayState[] = ['free', 'option', 'unavailable', 'unknown']

test('two people stand for each other only where nobody is alone and every day is somebody’s', () => {
  const someCalendars = fc
    .integer({ min: 0, max: 4 })
    .chain((days) =>
      fc.array(fc.array(fc.constantFrom(...states), { minLength: days, maxLength: days }), { maxLength: 4 }),
    )
  fc.assert(
    fc.property(someCalendars, (calendars) => {
      const covers = (...who: number[]) =>
        (calendars[0] ?? []).every((_, day) => who.some((one) => calendars[one]?.[day] === 'free'))
      const alone = calendars.some((_, one) => covers(one))
      const pairs = calendars.flatMap((_, one) =>
        calendars.flatMap((_, other) => (other > one && covers(one, other) ? [[one, other]] : [])),
      )
      expect(pairOf(calendars)).toEqual(alone ? null : (pairs[0] ?? null))
    }),
    { numRuns: 1_000 },
  )
})

import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import { type Level, levels } from '@repere/db/vocabulary/level.ts'
import type { MentoringSide } from '@repere/db/vocabulary/mentoring.ts'
import { describe, expect, test } from 'vitest'
import { canAccept, canTake } from './rules.ts'

const sides: Record<Level, MentoringSide> = {
  'in-training': 'trainee',
  experienced: 'lead',
  assistant: 'trainee',
  coordinator: 'lead',
  lead: 'lead',
}

describe.each(Object.entries(levels) as [Discipline, readonly Level[]][])('in %s', (discipline, words) => {
  test.each(words.flatMap((level) => (['trainee', 'lead'] as const).map((side) => [level, side] as const)))(
    'who is %s stands as %s only where the level puts them, certified or not',
    (level, side) => {
      for (const certified of [true, false]) {
        const person = { disciplines: [discipline], level, certified }
        expect(canTake(side, discipline, person)).toBe(sides[level] === side)
        expect(canTake(side, discipline, { ...person, disciplines: [] })).toBe(false)
      }
    },
  )

  test('who states no level leads by a confirmed certification alone', () => {
    const person = { disciplines: [discipline], level: null, certified: true }
    expect(canTake('lead', discipline, person)).toBe(true)
    expect(canTake('trainee', discipline, person)).toBe(false)
    expect(canTake('lead', discipline, { ...person, certified: false })).toBe(false)
  })
})

test.each([
  ['trainee', 'asked', 'lead', true],
  ['trainee', 'asked', 'trainee', false],
  ['lead', 'asked', 'trainee', true],
  ['lead', 'accepted', 'trainee', false],
] as const)('what the %s asked and is %s: the %s may agree: %s', (askedBy, state, side, may) => {
  expect(canAccept({ askedBy, state }, side)).toBe(may)
})

import { expect, test } from 'vitest'
import { coordinator } from '../tables/coordinator.ts'
import { columnsOfChoice } from '../vocabulary/choice-field.ts'

test('the fields of choice are the columns the dictionary leaves to choice, each once', () => {
  const tagged = Object.entries(coordinator).flatMap(([name, { seenBy }]) =>
    seenBy === 'choice' ? [name] : [],
  )
  expect(Object.values(columnsOfChoice).flat().sort()).toEqual(tagged.sort())
})

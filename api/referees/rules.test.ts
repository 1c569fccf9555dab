import { type RefereeState, refereeAudiences, refereeStates } from '@repere/db/vocabulary/completion.ts'
import { expect, test } from 'vitest'
import { answerTo, isToldTo } from './rules.ts'

const yes: Record<RefereeState, RefereeState | undefined> = {
  asked: 'agreed',
  agreed: undefined,
  refused: 'agreed',
  withdrawn: 'agreed',
}
const no: Record<RefereeState, RefereeState | undefined> = {
  asked: 'refused',
  agreed: 'withdrawn',
  refused: undefined,
  withdrawn: undefined,
}

test.each(refereeStates)('an answer to somebody who stands as %s', (state) => {
  expect(answerTo(state, true)).toBe(yes[state])
  expect(answerTo(state, false)).toBe(no[state])
})

test('who is told of a referee', () => {
  const told = {
    'verified-productions': [true, true],
    'after-acceptance': [false, true],
    'only-me': [false, false],
  }
  for (const audience of refereeAudiences)
    expect([isToldTo('verified-production', audience), isToldTo('after-acceptance', audience)]).toEqual(
      told[audience],
    )
})

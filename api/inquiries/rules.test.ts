import { expect, test } from 'vitest'
import { canAnswer, threadState } from './rules.ts'

const at = (hour: number | null) => (hour === null ? null : new Date(Date.UTC(2027, 1, 1, hour)))

test.each([
  ['nothing was asked', null, null, null, 'closed', false],
  ['asked', 9, null, null, 'waits-for-owner', true],
  ['asked, answered', null, 10, null, 'answered', true],
  ['asked, answered, asked again', 11, 10, null, 'waits-for-owner', true],
  ['asked after a decision', 9, null, 8, 'waits-for-owner', true],
  ['decided without waiting for the answer', null, null, 10, 'closed', false],
  ['decided upon the answer', null, 10, 11, 'closed', false],
  ['decided in the instant of the answer', null, 9, 9, 'closed', false],
] as const)('%s', (_, asked, answered, decided, state, open) => {
  const moments = { askedAt: at(asked), answeredAt: at(answered), decidedAt: at(decided) }
  expect(threadState(moments)).toBe(state)
  expect(canAnswer(moments)).toBe(open)
})

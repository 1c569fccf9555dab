import { describe, expect, test } from 'vitest'
import { wordingsUntil } from './brief-rules.ts'

const at = (hour: number) => new Date(Date.UTC(2027, 2, 8, hour))
const past = [
  { brief: 'first', until: at(10) },
  { brief: 'second', until: at(12) },
]

describe('the wordings of a brief that somebody may read', () => {
  test.each([
    ['all while it is open', null, 'third', ['first', 'second']],
    ['the first alone of what ended under it', at(9), 'first', []],
    ['those up to its end', at(11), 'second', ['first']],
    ['a change at the very end of it counts', at(12), 'third', ['first', 'second']],
    ['all of what ended since', at(13), 'third', ['first', 'second']],
  ])('%s', (_, end, last, before) => {
    const read = wordingsUntil(end, past, 'third')
    expect(read.brief).toBe(last)
    expect(read.past.map(({ brief }) => brief)).toEqual(before)
  })
})

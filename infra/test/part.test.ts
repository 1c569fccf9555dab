import { expect, test } from 'vitest'
import { check, countedPart } from './part.ts'
import { sum } from './summary.ts'

const part = (passed: number, failed: number, code: number) =>
  countedPart('part', async () => ({ code, output: 'said', passed, failed }))

test('a part that counted no failure but ended badly has failed', async () => {
  expect(await part(12, 0, 1)).toMatchObject({ passed: 12, failed: 1 })
})

test('a part that ran no test at all has failed', async () => {
  expect(await part(0, 0, 0)).toMatchObject({ passed: 0, failed: 1, output: 'said\nIt ran no test at all.' })
})

test('a part that throws has failed, and says why', async () => {
  const broken = countedPart('part', () => Promise.reject(new Error('no browser here')))
  expect(await broken).toMatchObject({ failed: 1, output: expect.stringContaining('no browser here') })
})

test('a check passes by ending with 0, and one that cannot be begun has failed', async () => {
  expect(await check('true', ['true'])).toMatchObject({ passed: 1, failed: 0 })
  expect(await check('false', ['false'])).toMatchObject({ passed: 0, failed: 1 })
  expect(await check('absent', ['no-such-program'])).toMatchObject({ passed: 0, failed: 1 })
})

test('the sum is alone on the last line, and fails with any part, or when nothing passed', async () => {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  expect(sum([await part(2, 0, 0), await part(3, 0, 0)], print)).toBe(0)
  expect(lines.at(-1)).toBe('5 passed, 0 failed')
  expect(sum([await part(2, 0, 0), await part(3, 1, 1)], print)).toBe(1)
  expect(lines.slice(-2)).toEqual(['Failed: part.', '5 passed, 1 failed'])
  expect(sum([], print)).toBe(1)
})

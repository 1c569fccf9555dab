import { expect, test } from 'vitest'
import { checkPassword, hashPassword } from './passwords.ts'

test('two run, twenty wait, and the rest of a flood is told to come back', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => checkPassword(undefined, 'x')))
  const refused = answers.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(18)
  for (const answer of refused)
    expect(answer).toMatchObject({ reason: { code: 'overloaded', extras: { retryAfterSeconds: 2 } } })
  expect(await checkPassword(undefined, 'x')).toBe(false)
})

test('a hash is argon2id at the cost of the house, salted, and fits its password alone', async () => {
  const [one, other] = await Promise.all([hashPassword('quatre moulins'), hashPassword('quatre moulins')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/)
  expect(one).not.toBe(other)
  expect(await checkPassword(one, 'quatre moulins')).toBe(true)
  expect(await checkPassword(one, 'quatre moulin')).toBe(false)
})

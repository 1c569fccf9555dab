import { expect, test } from 'vitest'
import { openDeps } from '../open-deps.ts'
import { createTestApi } from '../test/api.ts'
import { createPasswords } from './passwords.ts'

const ofTheHouse = /^\$argon2id\$v=19\$m=32768,t=3,p=1\$/

test('two run, twenty wait, and the rest of a flood is told to come back', async () => {
  const { check } = createPasswords()
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => check(undefined, 'x')))
  const refused = answers.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(18)
  for (const answer of refused)
    expect(answer).toMatchObject({ reason: { code: 'overloaded', extras: { retryAfterSeconds: 2 } } })
  expect(await check(undefined, 'x')).toBe(false)
})

test('a hash is argon2id at the cost of the house, salted, and fits its password alone', async () => {
  const { hash, check } = createPasswords()
  const [one, other] = await Promise.all([hash('quatre moulins'), hash('quatre moulins')])
  expect(one).toMatch(ofTheHouse)
  expect(one).not.toBe(other)
  expect(await check(one, 'quatre moulins')).toBe(true)
  expect(await check(one, 'quatre moulin')).toBe(false)
})

test('the processes of the product hash at that cost, whatever tests do', async () => {
  const api = await createTestApi()
  const process = openDeps(api.deps.config, 'passwords', 1)
  expect(await process.deps.passwords.hash('quatre moulins')).toMatch(ofTheHouse)
  await process.close()
  await api.close()
})

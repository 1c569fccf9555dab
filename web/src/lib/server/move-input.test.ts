import { expect, test } from 'vitest'
import { readMove } from './move-input.ts'

const read = (fields: string) => {
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(fields)) form.append(name, value)
  return readMove(form, '2026-11-23', 'fr')
}

test('a move named like a property of every object is one that the api refuses, by name', () => {
  for (const move of ['constructor', '__proto__', 'toString', 'nothing'])
    expect(read(`move=${move}&version=1`)).toEqual({ ok: true, json: { move, version: 1 } })
})

test('thousands of phases are not read one by one, and one too many still is', () => {
  const phases = (count: number) =>
    Array.from({ length: count }, (_, row) => {
      const field = `counter.phases.${row}`
      return `${field}.id=a&${field}.days=1/1/2027-31/12/2027`
    }).join('&')
  const began = performance.now()
  const many = read(`move=counter&version=1&${phases(9_000)}`)
  expect(performance.now() - began).toBeLessThan(1_500)
  expect(many).toMatchObject({ ok: true, json: { phases: { length: 62 } } })
  expect(read(`move=counter&version=1&${phases(2)}`)).toMatchObject({ json: { phases: { length: 2 } } })
})

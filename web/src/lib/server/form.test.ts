import { expect, test } from 'vitest'
import { keyOf, valuesOf } from './form.ts'

test('what was typed comes back by field, every value of it, and no password', () => {
  const form = new FormData()
  form.append('region', 'FR-BRE')
  form.append('region', 'FR-PDL')
  form.append('email', 'nolwenn@ailleurs.example')
  form.append('newPassword', 'secret')
  form.append('file', new File(['x'], 'x.pdf'))
  expect(valuesOf(form)).toEqual({
    region: ['FR-BRE', 'FR-PDL'],
    email: ['nolwenn@ailleurs.example'],
    file: [],
  })
})

test('a key of a form is one that a header can carry', () => {
  const uuid = '01a2052d-4e21-77e9-8724-8858c6129e20'
  expect(keyOf(uuid, 'malo-brechard')).toBe(`${uuid}-malo-brechard`)
  for (const text of ['a\r\nX-Other: 1', '中文', '\u0000', '\ud800', 'é'])
    expect(() => new Headers({ 'Idempotency-Key': keyOf(uuid, text) }), text).not.toThrow()
})

test('a form of a hundred thousand fields costs one look, and is not given back whole', () => {
  const form = new FormData()
  for (let index = 0; index < 100_000; index += 1) form.append(`field${index}`, 'x')
  const began = performance.now()
  expect(Object.keys(valuesOf(form)).length).toBe(2_000)
  expect(performance.now() - began).toBeLessThan(500)
})

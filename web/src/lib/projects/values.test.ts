import { expect, test } from 'vitest'
import { rowsOf } from './values.ts'

test('a form has as many rows as are named in it, and never more than a project may have and some', () => {
  const rows = (...names: string[]) =>
    rowsOf(Object.fromEntries(names.map((name) => [name, ['x']])), 'phases', 1)
  expect(rows()).toBe(1)
  expect(rows('phases.2.days', 'scenes.7.natures')).toBe(3)
  expect(rowsOf({ 'phases.rows': ['5'] }, 'phases', 2)).toBe(5)
  expect(rowsOf({ 'phases.rows': ['many'], 'phases.0.days': [''] }, 'phases', 2)).toBe(2)
  for (const far of ['60', '4294967294', '999999999', '1e9', '9007199254740993'])
    expect(rows(`phases.${far}.kind`)).toBeGreaterThan(60)
  for (const far of ['999999999', '1e9', 'Infinity']) {
    expect(rows(`phases.${far}.kind`)).toBeLessThan(100)
    expect(rowsOf({ 'phases.rows': [far] }, 'phases', 2)).toBeLessThan(100)
  }
})

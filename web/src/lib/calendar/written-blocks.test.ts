import { describe, expect, test } from 'vitest'
import { toOwnDayKind } from './own-days.ts'
import { withDays, withoutDays, writtenBlocks } from './written-blocks.ts'

const holiday = {
  from: '2027-02-15',
  to: '2027-02-19',
  kind: 'unavailable',
  source: 'manual',
  note: 'congés',
} as const

describe('what the owner wrote', () => {
  test('leaves out what imports and bookings wrote', () => {
    expect(
      writtenBlocks([holiday, { ...holiday, source: 'ics' }, { ...holiday, source: 'booking' }]),
    ).toEqual([holiday])
  })
  test('splits around a day taken out, and keeps the note on both ends', () => {
    expect(withoutDays([holiday], ['2027-02-17'])).toEqual([
      { ...holiday, to: '2027-02-16' },
      { ...holiday, from: '2027-02-18' },
    ])
  })
  test('disappears when all its days are taken out', () => {
    expect(
      withoutDays([holiday], ['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19']),
    ).toEqual([])
  })
  test('lets the last word on a day win, in order of days', () => {
    expect(withDays([holiday], ['2027-02-19', '2027-02-24'], { kind: 'available', note: null })).toEqual([
      { ...holiday, to: '2027-02-18' },
      { from: '2027-02-19', to: '2027-02-19', kind: 'available', source: 'manual', note: null },
      { from: '2027-02-24', to: '2027-02-24', kind: 'available', source: 'manual', note: null },
    ])
  })
})

describe('what a day is for its owner', () => {
  const block = { kind: 'block', source: 'manual', note: null } as const
  const table = [
    ['unavailable', [{ kind: 'confirmed', bookingId: 'b' }, block], 'confirmed'],
    ['option', [{ kind: 'option', bookingId: 'b' }], 'option'],
    ['option', [{ kind: 'tentative', source: 'manual', note: null }], 'tentative'],
    ['unavailable', [block, { kind: 'weekly' }], 'block'],
    ['unavailable', [{ kind: 'remote-only' }], 'remote'],
    ['unavailable', [{ kind: 'weekly' }], 'off'],
    ['free', [{ kind: 'opened', source: 'manual', note: null }, { kind: 'weekly' }], 'free'],
    ['unknown', [], 'unknown'],
    ['free', [{ kind: 'requested', bookingId: 'b' }], 'free'],
  ] as const
  test.each(table)('%s with %j reads %s', (state, reasons, kind) => {
    expect(toOwnDayKind({ state, reasons })).toBe(kind)
  })
})

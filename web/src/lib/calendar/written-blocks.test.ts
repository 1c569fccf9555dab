import { describe, expect, test } from 'vitest'
import { toOwnDayKind } from './own-days.ts'
import { withDays, withoutDays, writtenBlocks } from './written-blocks.ts'

const holiday = {
  from: '2027-02-15',
  to: '2027-02-19',
  kind: 'unavailable',
  source: 'manual',
  reason: 'leave',
  note: 'congés',
} as const

const importedAt = null

describe('what the owner wrote', () => {
  test('leaves out what imports and bookings wrote', () => {
    expect(
      writtenBlocks([
        { ...holiday, importedAt },
        { ...holiday, importedAt: '2027-01-01T00:00:00.000Z', source: 'ics' },
        { ...holiday, importedAt, source: 'booking' },
      ]),
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
    expect(
      withDays([holiday], ['2027-02-19', '2027-02-24'], {
        kind: 'available',
        source: 'manual',
        reason: null,
        note: null,
      }),
    ).toEqual([
      { ...holiday, to: '2027-02-18' },
      { from: '2027-02-19', to: '2027-02-19', kind: 'available', source: 'manual', reason: null, note: null },
      { from: '2027-02-24', to: '2027-02-24', kind: 'available', source: 'manual', reason: null, note: null },
    ])
  })
})

describe('what a day is for its owner', () => {
  const block = { kind: 'block', source: 'manual', reason: null, note: null } as const
  const table = [
    ['unavailable', [{ kind: 'confirmed', bookingId: 'b' }, block], 'confirmed'],
    ['option', [{ kind: 'option', bookingId: 'b' }], 'option'],
    ['option', [{ ...block, kind: 'tentative' }], 'tentative'],
    ['unavailable', [block, { kind: 'weekly' }], 'block'],
    ['unavailable', [{ ...block, source: 'ics' }], 'imported'],
    ['unavailable', [block, { ...block, source: 'ics' }], 'block'],
    ['unavailable', [{ kind: 'remote-only' }], 'remote'],
    ['unavailable', [{ kind: 'weekly' }], 'off'],
    ['free', [{ ...block, kind: 'opened' }, { kind: 'weekly' }], 'free'],
    ['unknown', [], 'unknown'],
    ['free', [{ kind: 'requested', bookingId: 'b' }], 'free'],
  ] as const
  test.each(table)('%s with %j reads %s', (state, reasons, kind) => {
    expect(toOwnDayKind({ state, reasons })).toBe(kind)
  })
})

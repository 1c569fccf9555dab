import { expect, test } from 'vitest'
import { awaitsReader } from './awaited.ts'

const asked = { state: 'requested', party: 'coordinator', turn: 'coordinator', allowedMoves: [] } as const

test('a request awaits the coordinator, and not the production that sent it', () => {
  expect(awaitsReader(asked)).toBe(true)
  expect(awaitsReader({ ...asked, party: 'production' })).toBe(false)
})

test('a proposal awaits the side whose turn it is, and not the side that made it', () => {
  const countered = { ...asked, state: 'countered', turn: 'production' } as const
  expect(awaitsReader(countered)).toBe(false)
  expect(awaitsReader({ ...countered, party: 'production' })).toBe(true)
})

test('an option awaits the production, and the coordinator only while an extension is asked', () => {
  const option = { ...asked, state: 'option', turn: null } as const
  expect(awaitsReader({ ...option, party: 'production' })).toBe(true)
  expect(awaitsReader({ ...option, allowedMoves: ['release'] })).toBe(false)
  expect(awaitsReader({ ...option, allowedMoves: ['release', 'accept-extension'] })).toBe(true)
})

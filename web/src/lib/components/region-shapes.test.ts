import { regions } from '@repere/api/client.ts'
import { expect, test } from 'vitest'
import { type Border, mapRegions, outlines, placesOf } from './region-shapes.ts'

test('the map holds the thirteen regions of the mainland and Corse, no more and no less', () => {
  const mainland = regions
    .filter(({ country, insee }) => country === 'FR' && Number(insee) > 10)
    .map(({ code }) => code)
  expect(Object.keys(outlines).sort()).toEqual([...mainland].sort())
})

test('the borders around each region meet end to end', () => {
  for (const code of Object.keys(outlines)) {
    const steps = (outlines[code] ?? []).length
    const ends = placesOf(code)
    expect(new Set(ends.map(String)).size, `${code} passes no place twice`).toBe(ends.length)
    expect(ends.length, code).toBeGreaterThanOrEqual(steps)
  }
})

test('an inner border is walked once each way, a frontier once', () => {
  const walks = Object.values(outlines).flat()
  for (const border of new Set(walks.map((walk) => walk.replace(/^-/, '') as Border))) {
    const forth = walks.filter((walk) => walk === border).length
    const back = walks.filter((walk) => walk === `-${border}`).length
    expect([forth, back], border).toEqual(/Abroad$|^cor$/.test(border) ? [1, 0] : [1, 1])
  }
})

test('every figure stands inside its region', () => {
  for (const { code, x, y, path } of mapRegions) {
    const numbers = (path.match(/-?\d+/g) ?? []).map(Number)
    const points = numbers.flatMap((number, index) =>
      index % 2 === 0 ? [[number, numbers[index + 1] ?? 0] as const] : [],
    )
    const crossings = points.filter(([x1, y1], index) => {
      const [x2, y2] = points[(index + 1) % points.length] ?? [0, 0]
      return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
    })
    expect(crossings.length % 2, code).toBe(1)
  }
})

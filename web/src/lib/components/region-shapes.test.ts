import { regions } from '@repere/api/client.ts'
import { expect, test } from 'vitest'
import { mapPlaces, mapSize } from './region-places.ts'
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

test('regions share a border where the vocabulary calls them neighbours, and only there', () => {
  const onMap = (code: string) => code in outlines && code !== 'FR-20R'
  const pair = (one: string, other: string) => [one, other].sort().join(' ')
  const declared = regions.flatMap(({ code, neighbours }) =>
    neighbours.filter((other) => onMap(code) && onMap(other)).map((other) => pair(code, other)),
  )
  const owners = (walk: string) =>
    Object.keys(outlines).filter((code) => outlines[code]?.some((w) => w === walk))
  const drawn = Object.values(outlines)
    .flat()
    .filter((walk) => walk.startsWith('-'))
    .map((walk) => pair(owners(walk)[0] ?? '', owners(walk.slice(1))[0] ?? ''))
  expect([...new Set(drawn)].sort()).toEqual([...new Set(declared)].sort())
})

type Point = readonly [x: number, y: number]

const cornersOf = (path: string): Point[] => {
  const numbers = (path.match(/-?\d+/g) ?? []).map(Number)
  return numbers.flatMap((number, index) =>
    index % 2 === 0 ? [[number, numbers[index + 1] ?? 0] as const] : [],
  )
}

/** Whether a point lies inside: an odd number of sides stands to its east. */
const isInside = ([x, y]: Point, corners: readonly Point[]) =>
  corners.filter(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [0, 0]
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
  }).length %
    2 ===
  1

test('no two regions lie over the same spot', () => {
  const shapes = mapRegions.map(({ code, path }) => ({ code, corners: cornersOf(path) }))
  const [left = 0, top = 0, width = 0, height = 0] = mapSize.split(' ').map(Number)
  const taken: string[] = []
  const covered = new Set<string>()
  // Off the whole numbers, where corners stand: no sample falls on a border.
  for (let x = left + 0.37; x < left + width; x += 3) {
    for (let y = top + 0.41; y < top + height; y += 3) {
      const codes = shapes.filter(({ corners }) => isInside([x, y], corners)).map(({ code }) => code)
      for (const code of codes) covered.add(code)
      if (codes.length > 1) taken.push(`${x} ${y}: ${codes.join(' ')}`)
    }
  }
  expect(taken).toEqual([])
  expect(covered.size).toBe(mapRegions.length)
})

test('the figure of each region stands inside it', () => {
  expect(mapPlaces.map(({ code }) => code)).toEqual(mapRegions.map(({ code }) => code))
  const outside = mapPlaces.filter(({ code, x, y }) => {
    const path = mapRegions.find((region) => region.code === code)?.path ?? ''
    return !isInside([x + 0.1, y + 0.1], cornersOf(path))
  })
  expect(outside).toEqual([])
})

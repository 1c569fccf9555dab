// Writes src/lib/components/region-shapes.ts: the outlines of @svg-maps/france.regions, thinned to what 300 px can
// show (13 kB instead of 54), with the middle of each region for its figure. Run once: node maps/make.js
import { writeFileSync } from 'node:fs'
import map from '@svg-maps/france.regions'

const codes = { cor: 'FR-20R' }
const tolerance = 1.3

/** Absolute rings of a path of M, L, l, h, v, H, V and z. */
function ringsOf(path) {
  const rings = []
  let [x, y] = [0, 0]
  for (const [, letter, rest] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number)
    const relative = letter === letter.toLowerCase()
    const step = letter.toLowerCase()
    if (step === 'z') continue
    const size = step === 'h' || step === 'v' ? 1 : 2
    for (let index = 0; index < numbers.length; index += size) {
      const dx = step === 'v' ? (relative ? 0 : x) : numbers[index]
      const dy = step === 'h' ? (relative ? 0 : y) : numbers[index + size - 1]
      x = relative ? x + dx : dx
      y = relative ? y + dy : dy
      if (step === 'm' && index === 0) rings.push([])
      rings.at(-1).push([x, y])
    }
  }
  return rings
}

/** Douglas–Peucker: leaves out points that lie within the tolerance of the line between their neighbours. */
function thin(points) {
  if (points.length < 3) return points
  const [[ax, ay], [bx, by]] = [points[0], points.at(-1)]
  const length = Math.hypot(bx - ax, by - ay)
  let [far, at] = [0, 0]
  for (const [index, [px, py]] of points.entries()) {
    const away =
      length === 0
        ? Math.hypot(px - ax, py - ay)
        : Math.abs((by - ay) * px - (bx - ax) * py + bx * ay - by * ax) / length
    if (away > far) [far, at] = [away, index]
  }
  if (far <= tolerance) return [points[0], points.at(-1)]
  return [...thin(points.slice(0, at + 1)).slice(0, -1), ...thin(points.slice(at))]
}

const areaOf = (ring) =>
  ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length]
    return sum + (x * ny - nx * y) / 2
  }, 0)

function middleOf(ring) {
  const area = areaOf(ring)
  const sums = ring.reduce(
    ([sx, sy], [x, y], index) => {
      const [nx, ny] = ring[(index + 1) % ring.length]
      const cross = x * ny - nx * y
      return [sx + (x + nx) * cross, sy + (y + ny) * cross]
    },
    [0, 0],
  )
  return sums.map((sum) => Math.round(sum / (6 * area)))
}

const regions = map.locations.map(({ id, path }) => {
  const rings = ringsOf(path).filter((ring) => Math.abs(areaOf(ring)) > 12)
  const largest = rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0]
  const [x, y] = middleOf(largest)
  const d = rings.map(
    (ring) =>
      `M${thin([...ring, ring[0]])
        .slice(0, -1)
        .map((point) => point.map(Math.round))
        .join(' ')}Z`,
  )
  return { code: codes[id] ?? `FR-${id.toUpperCase()}`, x, y: y + 9, path: d.join('') }
})

const lines = regions.map(
  ({ code, x, y, path }) => `  { code: '${code}', x: ${x}, y: ${y}, path: '${path.replaceAll(',', ' ')}' },`,
)
writeFileSync(
  new URL('../src/lib/components/region-shapes.ts', import.meta.url),
  `/** Outlines of the French regions, drawn from @svg-maps/france.regions by maps/make.js (CC BY-NC 4.0). */
export const mapSize = '${map.viewBox}'

export const mapRegions: readonly { code: string; x: number; y: number; path: string }[] = [
${lines.join('\n')}
]
`,
)

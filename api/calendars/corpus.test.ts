import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DayRange } from '@repere/db/vocabulary/day.ts'
import { afterEach, describe, expect, test } from 'vitest'
import expected from './corpus/expected.json' with { type: 'json' }
import { type ReadDays, readDays } from './reading/days.ts'

/** What one file comes to, for an owner in each of three zones: days and ranges of days, apart by spaces. */
interface Expected {
  why: string
  busy: Record<string, string>
  tentative?: string
  leftOut?: ReadDays['leftOut']
}

const folder = join(import.meta.dirname, 'corpus')
const zones = ['Europe/Paris', 'America/Los_Angeles', 'Pacific/Kiritimati']
const window = { from: '2027-02-01', to: '2028-08-01' }

const read = (name: string, timeZone: string): ReadDays =>
  readDays(readFileSync(join(folder, `${name}.ics`)), {
    timeZone,
    window,
    scope: 'every-event',
    addresses: ['camille@exemple.test'],
  })

const said = (ranges: readonly DayRange[]): string =>
  ranges.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join(' ')

const { TZ } = process.env
afterEach(() => {
  process.env.TZ = TZ ?? 'UTC'
})

test('the corpus has at least forty files, each with its days, of all four makers', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ics'))
  expect(files.map((name) => name.slice(0, -4)).sort()).toEqual(Object.keys(expected).sort())
  expect(files.length).toBeGreaterThanOrEqual(40)
  for (const maker of ['google', 'outlook', 'apple', 'proton'])
    expect(files.filter((name) => name.startsWith(`${maker}-`)).length, maker).toBeGreaterThanOrEqual(5)
})

describe.each(zones)('on a machine in %s', (machine) => {
  test.each(Object.entries<Expected>(expected))('%s is read day by day', (name, { why, ...days }) => {
    process.env.TZ = machine
    for (const owner of zones) {
      const { busy, tentative, leftOut } = read(name, owner)
      expect(
        { busy: said(busy), tentative: said(tentative), leftOut },
        `${name}, ${why}, for somebody in ${owner}`,
      ).toEqual({ busy: days.busy[owner], tentative: days.tentative ?? '', leftOut: days.leftOut ?? {} })
    }
  })
})

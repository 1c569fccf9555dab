import type { Figures, Way } from './figures.ts'
import { filtersAlone, withCounts } from './questions.ts'
import { figure, sayTable } from './table.ts'

/** A figure beside what it must not exceed. */
interface Bar {
  name: string
  measured: number
  limit: number
  unit: string
}

const p50 = ({ questions }: Figures, question: string, way: Way): number =>
  questions.get(question)?.[way]?.p50 ?? Number.NaN

/** What has to hold at every size. */
const barsOf = (figures: Figures): Bar[] => {
  const among = ` at ${figures.people.toLocaleString('en')}`
  const raw = (question: string) => p50(figures, question, 'raw')
  const api = (question: string) => p50(figures, question, 'api')
  return [
    {
      name: `${filtersAlone}, hydrated, p50 ≤ 2 × raw + 1 ms${among}`,
      measured: api(filtersAlone),
      limit: 2 * raw(filtersAlone) + 1,
      unit: 'ms',
    },
    {
      name: `${withCounts}, p50 ≤ 2 × the raw multi-search${among}`,
      measured: api(withCounts),
      limit: 2 * raw(withCounts),
      unit: 'ms',
    },
    // Asked of ten thousand; among more the figure stands in its own table.
    ...(figures.people <= 10_000
      ? [
          {
            name: `matching a schedule of 30 scattered days, p50${among}`,
            measured: figures.matching.p50,
            limit: 150,
            unit: 'ms',
          },
        ]
      : []),
    { name: `found after an edit, p99${among}`, measured: figures.freshness.p99, limit: 1_000, unit: 'ms' },
    {
      name: `rebuild ≤ 2 × raw fill${among}`,
      measured: figures.rebuildSeconds,
      limit: 2 * figures.rawFillSeconds,
      unit: 's',
    },
    { name: `searches that failed during it${among}`, measured: figures.failedSearches, limit: 0, unit: '' },
    {
      name: `fallback engine, ${withCounts}, p50${among}`,
      measured: p50(figures, withCounts, 'fallback'),
      limit: 60,
      unit: 'ms',
    },
  ]
}

/** How much longer answers take among many people than among few. */
const growthBars = (few: Figures, many: Figures): Bar[] => {
  const growth = (question: string, way: Way) => p50(many, question, way) / p50(few, question, way)
  const span = `from ${few.people.toLocaleString('en')} to ${many.people.toLocaleString('en')}`
  return [
    {
      name: `${filtersAlone}, growth ${span}`,
      measured: growth(filtersAlone, 'api'),
      limit: 2,
      unit: '×',
    },
    {
      name: `${withCounts}, growth ${span}: no more than raw`,
      measured: growth(withCounts, 'api'),
      limit: growth(withCounts, 'raw'),
      unit: '×',
    },
  ]
}

/** Says of every bar whether it holds. */
export const sayBars = (all: readonly Figures[]): void => {
  const [few, many] = [all[0], all.at(-1)]
  const bars = [...all.flatMap(barsOf), ...(few && many && few !== many ? growthBars(few, many) : [])]
  sayTable(
    'The bars',
    ['', 'measured', 'at most', ''],
    bars.map(({ name, measured, limit, unit }) => [
      name,
      `${figure(measured)} ${unit}`,
      `${figure(limit)} ${unit}`,
      measured <= limit ? 'held' : 'MISSED',
    ]),
  )
}

import { type Day, daysOf, rangesOf } from '@repere/api/client.ts'

/** How a strip shows its days: numbered cells, bare cells where there are many, one bar where there are too many. */
type StripScale = 'cells' | 'bare' | 'bar'

export interface Strip {
  scale: StripScale
  /** For `grid-template-columns`; the same days give the same columns, so that ruler and strips align. */
  columns: string
  /** Where each day stands, from 1; a gap takes a column of its own. */
  columnOf: Map<Day, number>
}

const scaleOf = (count: number): StripScale => (count <= 14 ? 'cells' : count <= 31 ? 'bare' : 'bar')

/** Lays days out in columns: days that follow one another touch, groups stand apart. */
export function layStrip(days: readonly Day[]): Strip {
  const groups = rangesOf(days).map((range) => daysOf([range]))
  const scale = scaleOf(days.length)
  const gap = scale === 'cells' ? '6px' : scale === 'bare' ? '4px' : '1px'
  const columnOf = new Map<Day, number>()
  let column = 1
  for (const group of groups) {
    for (const day of group) columnOf.set(day, column++)
    column += 1
  }
  const columns = groups.map((group) => `repeat(${group.length}, minmax(0, var(--cell)))`).join(` ${gap} `)
  return { scale, columns, columnOf }
}

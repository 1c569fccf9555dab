import type { Both, SheetRule, SheetSection, SheetSource } from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'

/** What the fields of a section hold, by their names: `heading.fr`, `rules.0.says.en`, `sources.1.url`. */
export type SectionValues = Record<string, string>

/** The fields of a section as it stands. */
export function toValues(section: SheetSection): SectionValues {
  const values: SectionValues = { ...bothValues('heading', section.heading) }
  for (const language of ['fr', 'en'] as const) {
    values[`paragraphs.${language}`] = section.paragraphs[language].join('\n\n')
    values[`list.${language}`] = section.list[language].join('\n')
  }
  for (const [row, { since, says, source }] of section.rules.entries())
    Object.assign(values, bothValues(`rules.${row}.since`, since), bothValues(`rules.${row}.says`, says), {
      [`rules.${row}.source`]: source === null ? '' : String(source),
    })
  for (const [row, { title, publisher, url, readOn }] of section.sources.entries())
    Object.assign(
      values,
      bothValues(`sources.${row}.title`, title),
      bothValues(`sources.${row}.publisher`, publisher),
      {
        [`sources.${row}.url`]: url ?? '',
        [`sources.${row}.readOn`]: readOn ? formatDay(readOn, 'fr', 'figures') : '',
      },
    )
  return values
}

const bothValues = (name: string, { fr, en }: Both): SectionValues => ({
  [`${name}.fr`]: fr,
  [`${name}.en`]: en,
})

/** How many rows of a kind the fields have, the empty one at the end included. */
export const rowsIn = (values: SectionValues, kind: 'rules' | 'sources'): number =>
  1 + filledRows(values, kind).length

const rowNumbers = (values: SectionValues, kind: 'rules' | 'sources'): number[] => {
  const rows = Object.keys(values).flatMap((name) => {
    const [first, row] = name.split('.')
    return first === kind && row !== undefined && /^\d{1,2}$/.test(row) ? [Number(row)] : []
  })
  return [...new Set(rows)].sort((one, other) => one - other)
}

/** The rows in which anything was written; which source a rule names does not count by itself. */
const filledRows = (values: SectionValues, kind: 'rules' | 'sources'): number[] =>
  rowNumbers(values, kind).filter((row) =>
    Object.entries(values).some(
      ([name, value]) =>
        name.startsWith(`${kind}.${row}.`) && name !== `rules.${row}.source` && value.trim() !== '',
    ),
  )

/** A section as typed, and which row of the form each of its rules and sources came from. */
export interface ReadSection {
  section: Omit<SheetSection, 'key'>
  rows: { rules: number[]; sources: number[] }
}

/**
 * Reads the fields: paragraphs part at empty lines, items at line ends, and empty rows are left out. A day is handed to
 * `readDay`, which gives back what it could not read as it was typed.
 */
export function readSection(values: SectionValues, readDay: (text: string) => string | null): ReadSection {
  const text = (name: string) => (values[name] ?? '').trim()
  const both = (name: string): Both => ({ fr: text(`${name}.fr`), en: text(`${name}.en`) })
  const rows = { rules: filledRows(values, 'rules'), sources: filledRows(values, 'sources') }
  const sources = rows.sources.map(
    (row): SheetSource => ({
      title: both(`sources.${row}.title`),
      publisher: both(`sources.${row}.publisher`),
      url: text(`sources.${row}.url`) || null,
      readOn: readDay(text(`sources.${row}.readOn`)),
    }),
  )
  const rules = rows.rules.map((row): SheetRule => {
    const named = text(`rules.${row}.source`)
    const at = named === '' ? -1 : rows.sources.indexOf(Number(named))
    return { since: both(`rules.${row}.since`), says: both(`rules.${row}.says`), source: at < 0 ? null : at }
  })
  return {
    rows,
    section: {
      heading: both('heading'),
      paragraphs: {
        fr: parts(text('paragraphs.fr'), /\n\s*\n/),
        en: parts(text('paragraphs.en'), /\n\s*\n/),
      },
      list: { fr: parts(text('list.fr'), /\n/), en: parts(text('list.en'), /\n/) },
      rules,
      sources,
    },
  }
}

const parts = (text: string, between: RegExp): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean)

/** The field of the form that a part of a section came from: `rules/0/says/fr` → `rules.2.says.fr`. */
export function fieldAt(pointer: string, rows: ReadSection['rows']): string {
  const [kind = '', index, ...rest] = pointer.split('/')
  if (kind === 'rules' || kind === 'sources')
    return [kind, rows[kind][Number(index)] ?? index, ...rest].join('.')
  return kind === 'heading' || kind === 'paragraphs' || kind === 'list' ? `${kind}.${index ?? 'fr'}` : kind
}

/** The address of a new section: its heading in plain letters, with a number where that is taken. */
export function toKey(heading: string, taken: readonly string[]): string {
  const plain = heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '')
  const wanted = plain || 'section'
  if (!taken.includes(wanted)) return wanted
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => index + 2)
  const free = numbers.find((number) => !taken.includes(`${wanted}-${number}`))
  return `${wanted}-${free}`
}

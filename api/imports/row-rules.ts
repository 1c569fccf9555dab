import { type Discipline, disciplines } from '@repere/db/vocabulary/discipline.ts'
import type { ImportField, ImportProblem } from '@repere/db/vocabulary/import.ts'
import { type RegionCode, regions } from '@repere/db/vocabulary/region.ts'
import { fold, type Mapping } from './mapping-rules.ts'

/** Whom a line is about, and what it says to begin their draft with. */
export interface Listed {
  email: string
  name: string
  disciplines: Discipline[]
  regions: RegionCode[]
  title: string
  headline: string
}

interface LineProblem {
  code: ImportProblem
  column?: number
}

export interface Judged {
  listed: Listed
  problems: LineProblem[]
}

const most = { name: 80, title: 80, headline: 160, email: 254 } as const

/** What a line says under a mapping, and what must be corrected before its person can be written to. */
export const judgeRow = (cells: readonly string[], mapping: Mapping): Judged => {
  const problems: LineProblem[] = []
  const at = (field: ImportField) => mapping.indexOf(field)
  const blame = (code: ImportProblem, column: number) =>
    problems.push(column < 0 ? { code } : { code, column })
  const read = (field: ImportField): string => {
    const text = tidy(cells[at(field)] ?? '')
    if (strange.test(text)) blame('text-unreadable', at(field))
    return text
  }
  const words = <Word>(field: ImportField, code: ImportProblem, known: (text: string) => Word[]): Word[] => {
    read(field)
    const found = splitWords(cells[at(field)] ?? '').map(known)
    if (found.some((some) => some.length === 0)) blame(code, at(field))
    return [...new Set(found.flat())]
  }
  const listed: Listed = {
    email: read('email').toLowerCase(),
    name: read('name') || [read('given-name'), read('family-name')].filter(Boolean).join(' '),
    disciplines: words('discipline', 'discipline-unknown', toDisciplines),
    regions: words('region', 'region-unknown', toRegions),
    title: read('title'),
    headline: read('headline'),
  }
  const named = ['name', 'given-name', 'family-name'].map((field) => at(field as ImportField))
  const nameAt = named.find((column) => column >= 0) ?? -1
  if (listed.email === '') blame('email-missing', at('email'))
  else if (!isAddress(listed.email)) blame('email-wrong', at('email'))
  if (listed.name === '') blame('name-missing', nameAt)
  if (listed.name.length > most.name) blame('name-too-long', nameAt)
  if (listed.title.length > most.title) blame('title-too-long', at('title'))
  if (claims.test(listed.title)) blame('title-claims-certification', at('title'))
  if (listed.headline.length > most.headline) blame('headline-too-long', at('headline'))
  if (cells.slice(mapping.length).some((cell) => cell.trim() !== ''))
    problems.push({ code: 'too-many-cells', column: mapping.length })
  return { listed, problems }
}

/** One line, composed, its blanks made single: spreadsheets hold line ends and hard spaces inside cells. */
const tidy = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

const strange = /[\p{Cc}\p{Cs}\u2028\u2029]/u

/** A certification is never declared by a title, here as on a profile. */
const claims = /certifi|dipl[oô]m|agr[eé]{2}|accredit|accr[eé]dit/i

const isAddress = (text: string) =>
  text.length <= most.email &&
  /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/.test(text)

/** « Bretagne, Normandie », "Brittany / Normandy": what stands between values of one cell. */
const splitWords = (text: string) =>
  text
    .split(/[,;/|\n]|\s\+\s|\s&\s|\s(?:et|and)\s/i)
    .map(fold)
    .filter(Boolean)

const marks: Record<Discipline, RegExp> = { intimacy: /intim/, 'eco-production': /eco|green|sustainab/ }

const toDisciplines = (text: string): Discipline[] => disciplines.filter((word) => marks[word].test(text))

const regionNames = new Map<string, RegionCode>(
  regions.flatMap(({ code, nameFr, nameEn, oldCodes, alsoCalled }) =>
    [code, nameFr, nameEn, ...oldCodes, ...alsoCalled].map((name) => [fold(name), code] as const),
  ),
)

const toRegions = (text: string): RegionCode[] => {
  const code = regionNames.get(text)
  return code === undefined ? [] : [code]
}

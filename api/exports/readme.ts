import { dictionary } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type ExportedTable, fileOf } from './exported-table.ts'
import { tableWords } from './words.ts'

interface Reader {
  displayName: string
  locale: Locale
}

interface Words {
  file: string
  heading: string
  for: (name: string, day: string) => string
  json: string
  calendar: string
  files: string
  csv: string
  rows: (count: number) => string
  nothing: string
  notes: string[]
}

const words: Record<Locale, Words> = {
  fr: {
    file: 'LISEZMOI.txt',
    heading: 'Repère\u00a0: tout ce que le registre garde de vous',
    for: (name, day) => `Export de ${name}, le ${day} (heure universelle).`,
    json: 'tout, en un seul fichier pour les programmes',
    calendar: 'vos jours et vos réservations, pour un agenda\u202f; sans aucun titre de projet',
    files: 'les pièces que vous avez déposées, telles qu’elles sont gardées',
    csv: 'Un tableau par sorte d’information, pour un tableur (UTF-8, virgules)\u00a0:',
    rows: (count) => `${count} ligne${count > 1 ? 's' : ''}`,
    nothing: 'Rien n’est gardé de vous sous ces rubriques\u00a0:',
    notes: [
      'Une cellule qui commence par = + - ou @ est précédée d’une apostrophe\u00a0: un tableur ne doit pas la calculer.',
      'Une case vide là où il y eut un texte chiffré\u00a0: sa clef est détruite, personne ne peut plus le lire.',
      'Le journal du registre n’est pas ici\u00a0: il ne contient que des identifiants sans signification.',
      'Ce fichier contient des informations confidentielles, les vôtres et celles de vos projets. Gardez-le en lieu sûr.',
    ],
  },
  en: {
    file: 'README.txt',
    heading: 'Repère: everything the registry keeps about you',
    for: (name, day) => `Exported for ${name} on ${day} (UTC).`,
    json: 'everything, in one file for programs',
    calendar: 'your days and bookings, for a calendar; without the title of any project',
    files: 'the documents you sent in, as they are kept',
    csv: 'One table for each kind of information, for a spreadsheet (UTF-8, commas):',
    rows: (count) => `${count} row${count === 1 ? '' : 's'}`,
    nothing: 'Nothing is kept about you under these headings:',
    notes: [
      'A cell that begins with = + - or @ has an apostrophe before it: a spreadsheet must not compute it.',
      'An empty cell where a sealed text was: its key is destroyed, nobody can read it any more.',
      'The registry’s audit trail is not here: it holds meaningless identifiers only.',
      'This file holds confidential information, yours and that of your projects. Keep it safe.',
    ],
  },
}

/** The text that explains each file of an export, in the language of whoever reads it. */
export const toReadme = (
  { displayName, locale }: Reader,
  tables: readonly ExportedTable[],
  files: readonly string[],
  now: Date,
): { name: string; text: string } => {
  const say = words[locale]
  const describe = ({ name, columns }: ExportedTable) =>
    tableWords[locale][name] ??
    `${name}\u00a0: ${columns.map((column) => purposeOf(name, column)).join(', ')}`
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const empty = tables.filter(({ rows }) => rows.length === 0)
  const lines = [
    say.heading,
    '='.repeat(say.heading.length),
    '',
    say.for(displayName, now.toISOString().slice(0, 16).replace('T', ' ')),
    '',
    `repere.json — ${say.json}`,
    `calendar.ics — ${say.calendar}`,
    ...(files.length > 0 ? [`files/ — ${say.files}`, ...files.map((name) => `  ${name}`)] : []),
    '',
    say.csv,
    ...filled.map((table) => `  ${fileOf(table.name)} — ${describe(table)} (${say.rows(table.rows.length)})`),
    ...(empty.length > 0 ? ['', say.nothing, ...empty.map((table) => `  – ${describe(table)}`)] : []),
    '',
    ...say.notes.map((note) => `– ${note}`),
    '',
  ]
  return { name: say.file, text: lines.join('\r\n') }
}

const purposeOf = (table: string, column: string): string => {
  const tags = (dictionary as Record<string, Record<string, { purpose: string }>>)[table]
  return tags?.[column]?.purpose ?? tags?.[`${column}Sealed`]?.purpose ?? column
}

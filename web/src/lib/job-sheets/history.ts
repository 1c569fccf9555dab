import type { JobSheet, Locale, Revision, SheetSection } from '@repere/api/client.ts'
import { changeNames, type PastVersion } from '#lib/catalogue/history.ts'
import * as m from '#lib/paraglide/messages.js'

const languages = ['fr', 'en'] as const

/** The parts of a sheet as plain text, by the name a registrar knows them under. */
function partsOf(sheet: JobSheet | null): Map<string, string> {
  const parts = new Map<string, string>()
  if (!sheet) return parts
  for (const language of languages) {
    const named = (name: string) =>
      `${name}, ${language === 'fr' ? m.jobsheet_language_fr() : m.jobsheet_language_en()}`
    parts.set(named(m.jobsheet_head()), `${sheet.title[language]}\n${sheet.lead[language]}`)
    for (const section of sheet.sections)
      parts.set(named(section.heading[language]), textOf(section, language).join('\n'))
  }
  parts.set(m.jobsheet_sections(), sheet.sections.map(({ heading }) => heading.fr).join('\n'))
  return parts
}

const textOf = (section: SheetSection, language: Locale): string[] => [
  ...section.paragraphs[language],
  ...section.list[language].map((line) => `– ${line}`),
  ...section.rules.map(({ since, says }) => `${since[language]} : ${says[language]}`),
  ...section.sources.map(({ title, publisher, url, readOn }) =>
    [title[language], publisher[language], url, readOn].filter(Boolean).join(', '),
  ),
]

/** The history of a sheet as lines; its first version, which no change made, comes last. */
export function toSheetVersions(
  { items, total }: { items: readonly Revision[]; total: number },
  me: string,
): PastVersion[] {
  const lines = items.map((revision): PastVersion => {
    const before = partsOf(revision.before as JobSheet | null)
    const after = partsOf(revision.after as unknown as JobSheet)
    const labels = [...new Set([...before.keys(), ...after.keys()])]
    return {
      version: revision.version,
      what: changeNames[revision.change](),
      at: revision.changedAt,
      by:
        revision.changedBy === me
          ? m.catalogue_history_you()
          : m.catalogue_history_who({ id: revision.changedBy.slice(-8) }),
      differences: labels
        .filter((label) => before.get(label) !== after.get(label))
        .map((label) => ({
          label,
          before: before.get(label) ?? m.catalogue_nothing(),
          after: after.get(label) ?? m.catalogue_nothing(),
        })),
    }
  })
  const oldest = items.at(-1)
  if (!oldest || items.length < total || oldest.before === null) return lines
  const first = { what: m.catalogue_history_first(), at: null, by: null, differences: [] }
  return [...lines, { ...first, version: oldest.version - 1 }]
}

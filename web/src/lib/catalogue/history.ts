import type { CatalogueList, Locale, Revision, RevisionChange } from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'
import * as m from '#lib/paraglide/messages.js'
import { type EntryField, fieldsOf } from './fields.ts'

/** One thing that differs between two versions, in words. */
interface Difference {
  label: string
  before: string
  after: string
}

type Snapshot = Record<string, unknown>

/** What was done, in a word. */
export const changeNames: Record<RevisionChange, () => string> = {
  added: m.catalogue_change_added,
  edited: m.catalogue_change_edited,
  retired: m.catalogue_change_retired,
  restored: m.catalogue_change_restored,
  moved: m.catalogue_change_moved,
  opened: m.catalogue_change_opened,
  'put-back': m.catalogue_change_put_back,
}

/** What differs between two versions of an entry, field by field; everything, where there was none before. */
function differences(
  list: CatalogueList,
  before: Snapshot | null,
  after: Snapshot,
  locale: Locale,
): Difference[] {
  const fields = fieldsOf[list].flatMap((field) => {
    const [was, is] = [
      sayValue(field, before?.[field.name], locale),
      sayValue(field, after[field.name], locale),
    ]
    return was === is ? [] : [{ label: field.label(), before: was, after: is }]
  })
  return before === null ? fields : [...fields, ...standing(before, after)]
}

/** Place and offer: what is no field of the form. */
const standing = (before: Snapshot, after: Snapshot): Difference[] => [
  ...(isKnown(before.place, after.place)
    ? [{ label: m.catalogue_place(), before: `${before.place}`, after: `${after.place}` }]
    : []),
  ...(isKnown(before.retired, after.retired)
    ? [{ label: m.catalogue_offered(), before: sayOffer(before), after: sayOffer(after) }]
    : []),
]

const isKnown = (was: unknown, is: unknown) => was !== undefined && is !== undefined && was !== is

const sayOffer = ({ retired }: Snapshot) => (retired ? m.catalogue_no() : m.catalogue_yes())

/** A value as a person reads it; nothing said is said. */
export function sayValue(field: EntryField, value: unknown, locale: Locale): string {
  const words = [value].flat().filter((word) => word !== null && word !== undefined && word !== '')
  if (words.length === 0) return m.catalogue_nothing()
  const labels = field.words?.(locale) ?? []
  return words
    .map((word) => {
      if (field.kind === 'day') return formatDay(String(word), locale)
      return labels.find((label) => label.value === word)?.label ?? String(word)
    })
    .join(', ')
}

/** A version that history can show and put back. */
export interface PastVersion {
  version: number
  what: string
  at: string | null
  by: string | null
  differences: Difference[]
}

/** The history of an entry as lines; its first version, which no change made, comes last. */
export function toPastVersions(
  list: CatalogueList,
  { items, total }: { items: readonly Revision[]; total: number },
  me: string,
  locale: Locale,
): PastVersion[] {
  const lines = items.map((revision) => ({
    version: revision.version,
    what: changeNames[revision.change](),
    at: revision.changedAt,
    by:
      revision.changedBy === me
        ? m.catalogue_history_you()
        : m.catalogue_history_who({ id: revision.changedBy.slice(-8) }),
    differences: differences(list, revision.before, revision.after, locale),
  }))
  const oldest = items.at(-1)
  const seeded = oldest !== undefined && items.length === total && oldest.before !== null
  return seeded
    ? [
        ...lines,
        {
          version: oldest.version - 1,
          what: m.catalogue_history_first(),
          at: null,
          by: null,
          differences: [],
        },
      ]
    : lines
}

import type { ImportField } from '@repere/db/vocabulary/import.ts'

/** For each column, by position: what it fills, or null for nothing. */
export type Mapping = (ImportField | null)[]

/** Headings by the words they usually have, in French and in English; the first that fits wins. */
const habits: readonly (readonly [ImportField, RegExp])[] = [
  ['email', /\b(e ?mail|mail|courriel|adresse electronique|adresse mel|mel)\b/],
  ['given-name', /^(prenoms?|first ?name|given names?|forename)$/],
  ['family-name', /^(nom|nom de famille|nom d usage|last ?name|family name|surname)$/],
  ['name', /\b(nom|name|personne)\b/],
  ['discipline', /\b(metiers?|disciplines?|professions?|job|occupation|activite|specialite)\b/],
  ['region', /\b(regions?|territoires?|zones?|location|lieu|base|area)\b/],
  ['headline', /\b(accroche|headline|tagline|presentation|en une phrase|resume|summary)\b/],
  ['title', /\b(titre|title|intitule|fonction|poste)\b/],
]

/** What somebody wrote in a cell, as it is compared: small letters and figures, one space between words. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** What each column seems to fill. Nothing is filled by two columns. */
export const guessMapping = (headings: readonly string[]): Mapping => {
  const taken = new Set<ImportField>()
  const guessed = headings.map((heading) => {
    const folded = fold(heading)
    const [field] = habits.find(([name, habit]) => !taken.has(name) && habit.test(folded)) ?? []
    if (!field) return null
    taken.add(field)
    return field
  })
  // Where nothing says « prénom », « nom » means all of it.
  const alone = !taken.has('given-name') && !taken.has('name')
  return guessed.map((field) => (field === 'family-name' && alone ? 'name' : field))
}

export type MappingFault = 'email-unmapped' | 'name-unmapped' | 'filled-twice' | 'other-columns'

/** What is wrong with a mapping, and at which column when one is to blame. */
export const findMappingFault = (
  mapping: Mapping,
  columns: number,
): { because: MappingFault; column?: number } | undefined => {
  if (mapping.length !== columns) return { because: 'other-columns' }
  const twice = mapping.findIndex((field, column) => field !== null && mapping.indexOf(field) < column)
  if (twice >= 0) return { because: 'filled-twice', column: twice }
  if (!mapping.includes('email')) return { because: 'email-unmapped' }
  const named = mapping.some((field) => field?.endsWith('name'))
  return named ? undefined : { because: 'name-unmapped' }
}

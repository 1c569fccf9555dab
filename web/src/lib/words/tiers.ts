import type { CoordinatorCard, Discipline, Level, Locale, PublicProfile } from '@repere/api/client.ts'
import { disciplineNames } from './disciplines.ts'
import { levelNames } from './levels.ts'
import { mentoringNames } from './people.ts'

const learning: readonly Level[] = ['in-training', 'assistant']

/** « Écoproduction : assistance »: a level of somebody who has two professions. */
export const levelIn = (discipline: Discipline, level: Level, locale: Locale): string =>
  `${disciplineNames[locale][discipline]}${locale === 'fr' ? '\u00a0' : ''}: ${levelNames[locale][level].toLocaleLowerCase(locale)}`

/** « En formation, cherche une personne à suivre »: said of whom it says something; empty of everybody else. */
export function tierOf(
  { levels, mentoring }: Pick<PublicProfile | CoordinatorCard, 'levels' | 'mentoring'>,
  locale: Locale,
): string {
  const told = Object.entries(levels) as [Discipline, Level][]
  const parts = [
    ...told
      .filter(([, level]) => learning.includes(level))
      .map(([discipline, level]) =>
        told.length > 1 ? levelIn(discipline, level, locale) : levelNames[locale][level],
      ),
    mentoring && mentoring !== 'none' && mentoringNames[locale][mentoring],
  ].filter((part) => typeof part === 'string')
  return parts
    .map((part, index) => (index > 0 ? part.charAt(0).toLocaleLowerCase(locale) + part.slice(1) : part))
    .join(', ')
}

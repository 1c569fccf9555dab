import type { CoordinatorCard, Level, Locale, PublicProfile } from '@repere/api/client.ts'
import { levelNames } from './levels.ts'
import { mentoringNames } from './people.ts'

const learning: readonly Level[] = ['in-training', 'assistant']

/** « En formation, cherche une personne à suivre »: said of whom it says something; empty of everybody else. */
export function tierOf(
  { levels, mentoring }: Pick<PublicProfile | CoordinatorCard, 'levels' | 'mentoring'>,
  locale: Locale,
): string {
  const level = Object.values(levels).find((word) => word && learning.includes(word))
  const parts = [
    level && levelNames[locale][level],
    mentoring && mentoring !== 'none' && mentoringNames[locale][mentoring],
  ].filter((part) => typeof part === 'string')
  return parts
    .map((part, index) => (index > 0 ? part.charAt(0).toLocaleLowerCase(locale) + part.slice(1) : part))
    .join(', ')
}

import type { Locale, ProjectSummary } from '@repere/api/client.ts'
import { quote } from '#lib/bookings/say.ts'
import * as m from '#lib/paraglide/messages.js'

/** A project as its own company calls it; one whose texts were destroyed is still a line in a list. */
export const nameProject = (
  { title, codeName }: Pick<ProjectSummary, 'title' | 'codeName'>,
  locale: Locale,
): string => {
  const name = title ?? codeName
  return name ? quote(name, locale) : m.project_texts_gone()
}

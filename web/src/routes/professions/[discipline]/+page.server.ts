import { disciplines } from '@repere/api/client.ts'
import { error } from '@sveltejs/kit'
import { readSheet } from '#lib/server/job-sheets.ts'
import { readReference } from '#lib/server/reference.ts'
import { countryName } from '#lib/words/countries.ts'
import type { PageServerLoad } from './$types.ts'

/** There are two professions; any other name is nothing. */
export const load: PageServerLoad = async (event) => {
  const discipline = disciplines.find((known) => known === event.params.discipline) ?? error(404)
  const [published, reference] = await Promise.all([readSheet(event, discipline), readReference(event)])
  const { locale } = event.locals
  return {
    discipline,
    published,
    locale,
    credentials: reference.credentials
      .filter(({ retired, disciplines }) => !retired && disciplines.includes(discipline))
      .map((credential) => ({ ...credential, countryName: countryName(credential.country, locale) })),
  }
}

/** A text to read: it needs no script, and gets none. */
export const csr = false

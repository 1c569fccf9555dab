import { disciplines } from '@repere/api/client.ts'
import { error } from '@sveltejs/kit'
import type { PageLoad } from './$types.js'

/** There are two professions; any other name is nothing. */
export const load: PageLoad = ({ params }) => {
  const discipline = disciplines.find((known) => known === params.discipline)
  if (!discipline) error(404)
  return { discipline }
}

/** A text to read: it needs no script, and gets none. */
export const csr = false

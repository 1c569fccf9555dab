import { readIndexState } from '@repere/search'
import type { Deps } from '../deps.ts'

/** How the index stands to the tables, and what answers searches. */
export const readSearchIndex = async ({ db, search }: Deps) => {
  const [state, { engine }] = await Promise.all([readIndexState(db), search.status()])
  return { ...state, engine }
}

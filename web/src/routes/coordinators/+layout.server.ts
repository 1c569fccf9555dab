import { readShortlist } from '#lib/server/shortlist.ts'
import type { LayoutServerLoad } from './$types.ts'

/** Read with the first page alone: a search that changes asks for it no more. */
export const load: LayoutServerLoad = async (event) => ({ kept: await readShortlist(event) })

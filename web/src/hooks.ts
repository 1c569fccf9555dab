import type { Reroute } from '@sveltejs/kit/hooks'
import { plainPath } from '#lib/links.ts'

/** `/en/coordinators` and `/coordinators` are one route: the language is not part of the tree. */
export const reroute: Reroute = ({ url }) => plainPath(url.pathname)

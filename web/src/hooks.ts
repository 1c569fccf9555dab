import type { Reroute } from '@sveltejs/kit/hooks'
import { deLocalizeUrl } from '#lib/paraglide/runtime.js'

/** `/en/coordinators` and `/coordinators` are one route: the language is not part of the tree. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname

import { deLocalizeHref, localizeHref } from '#lib/paraglide/runtime.js'

/** The address of a page in the reader's language: `to('/coordinators?q=x')`. Every link of ours goes through it. */
export const to = (href: string): string => localizeHref(href)

/** An address without its language, to compare with the names in the tree. */
export const plainPath = (path: string): string => deLocalizeHref(path).split('?')[0] ?? '/'

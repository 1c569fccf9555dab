import { takeFlash } from '#lib/server/flash.ts'
import { themeOf } from '#lib/server/theme.ts'
import type { LayoutServerLoad } from './$types.js'

/** Runs on every navigation (it reads the path), so that the account and the flash are never those of an earlier page. */
export const load: LayoutServerLoad = ({ locals, cookies, url }) => ({
  path: url.pathname,
  account: locals.account,
  theme: themeOf(cookies),
  flash: takeFlash(cookies),
})

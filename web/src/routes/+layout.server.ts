import { takeFlash } from '#lib/server/flash.ts'
import { navigationFor } from '#lib/server/navigation.ts'
import { readUnread } from '#lib/server/notices.ts'
import { themeOf } from '#lib/server/theme.ts'
import type { LayoutServerLoad } from './$types.js'

/** Runs on every navigation (it reads the path), so that the account and the flash are never those of an earlier page. */
export const load: LayoutServerLoad = async (event) => {
  const { locals, cookies, url } = event
  return {
    path: url.pathname,
    account: locals.account,
    navigation: navigationFor(locals.account),
    unread: await readUnread(event),
    theme: themeOf(cookies),
    flash: takeFlash(cookies),
  }
}

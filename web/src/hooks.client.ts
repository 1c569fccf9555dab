import { localeOf } from '#lib/links.ts'
import { overwriteGetLocale } from '#lib/paraglide/runtime.js'

// Every sentence and every link asks for it: read off the address, rather than by the way that serves all strategies.
overwriteGetLocale(() => localeOf(location.pathname))

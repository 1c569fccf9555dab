import type { Handle } from '@sveltejs/kit/hooks'
import { paraglideMiddleware } from '#lib/paraglide/server.js'
import { themeOf } from './theme.ts'

/**
 * Renders each request in the language of its address, in a scope of its own (no module state), and writes language
 * and theme on `<html>` so that the first paint is right. The middleware gets the address without the body: it would
 * copy an upload in memory otherwise.
 */
export const handleLocale: Handle = ({ event, resolve }) => {
  const address = new Request(event.url, { headers: event.request.headers })
  return paraglideMiddleware(address, ({ locale }) => {
    event.locals.locale = locale
    const theme = themeOf(event.cookies)
    return resolve(event, {
      transformPageChunk: ({ html }) =>
        html.replace('<html lang="fr" data-theme="auto">', `<html lang="${locale}" data-theme="${theme}">`),
      preload: ({ type }) => type === 'js' || type === 'css' || type === 'font',
    })
  })
}
